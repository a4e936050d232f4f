using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Evidence;

/// <summary>A retention class was added or changed.</summary>
/// <param name="ClassId">The class.</param>
/// <param name="Code">Its code.</param>
/// <param name="Months">How long records are kept before they are reviewed.</param>
/// <param name="Trigger">What that counts from.</param>
/// <param name="AtEnd">What is proposed then.</param>
/// <param name="Checked">Whether the force's records manager has checked it.</param>
/// <param name="Retired">Whether it is given to no record any more.</param>
[Family(Family.Configured)]
public sealed record RetentionClassChanged(long ClassId, string Code, int Months, string Trigger, string AtEnd, bool Checked, bool Retired) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"retention-class:{ClassId}";
}

/// <summary>Which class records get by themselves was changed.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Category">Of which category; empty: of any.</param>
/// <param name="Grade">Of which grade; empty: of any.</param>
/// <param name="ClassCode">The class; null where the rule was taken away.</param>
[Family(Family.Configured)]
public sealed record RetentionRuleChanged(string Kind, string Category, string Grade, string? ClassCode) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "retention-rules:0";
}

/// <summary>A record was given another retention class than it has by itself.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="From">The class before.</param>
/// <param name="To">The class from now on.</param>
[Family(Family.Altered)]
public sealed record RecordReclassified(string Kind, long RecordId, string From, string To) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>A record's review date has come; it stands in the review queue.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="ClassCode">Its retention class.</param>
/// <param name="DueAt">When it was due.</param>
[Family(Family.Operated)]
public sealed record ReviewDue(long ReviewId, string Kind, long RecordId, string ClassCode, DateTimeOffset DueAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>Somebody reviewed a record and decided that it is kept.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Reasons">Why, as codes of the assessment.</param>
/// <param name="Until">When it is reviewed again.</param>
[Family(Family.Altered)]
public sealed record RecordRetained(long ReviewId, string Kind, long RecordId, IReadOnlyList<string> Reasons, DateTimeOffset Until) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>Somebody reviewed a record and proposed that it is disposed of.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="ClassCode">Under which class.</param>
[Family(Family.Altered)]
public sealed record DisposalProposed(long ReviewId, string Kind, long RecordId, string ClassCode) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>A proposed disposal was turned down; the record stands in the review queue again.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
[Family(Family.Altered)]
public sealed record DisposalTurnedDown(long ReviewId, string Kind, long RecordId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>A disposal was confirmed; the service erases the record now.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="ClassCode">Under which class.</param>
/// <param name="ProposedBy">Who proposed it.</param>
[Family(Family.Altered)]
public sealed record DisposalConfirmed(long ReviewId, string Kind, long RecordId, string ClassCode, long ProposedBy) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>A confirmed disposal was not carried out, since something came in between; the record stands in the review queue again.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Why">What came in between.</param>
[Family(Family.Operated)]
public sealed record DisposalStopped(long ReviewId, string Kind, long RecordId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>One module erased its part of a record.</summary>
/// <param name="ReviewId">The review, or the demand that it was erased for.</param>
/// <param name="Module">Which module.</param>
/// <param name="Rows">How many rows lost their content.</param>
/// <param name="Files">How many files are gone.</param>
[Family(Family.Erased)]
public sealed record PartDisposed(long ReviewId, string Module, int Rows, int Files) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"disposal:{ReviewId}";
}

/// <summary>A record was disposed of: its content is gone, its ids, times and hashes stay.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="ClassCode">Under which class.</param>
/// <param name="Conversations">The conversations that went with it.</param>
/// <param name="DecidedBy">Who proposed it.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
[Family(Family.Erased)]
public sealed record RecordDisposed(
    long ReviewId, string Kind, long RecordId, string ClassCode, IReadOnlyList<long> Conversations, long DecidedBy, long ConfirmedBy) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>A record that was due is not due any more: somebody wrote again, or it was opened again.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="RecordId">The record.</param>
[Family(Family.Operated)]
public sealed record ReviewLapsed(long ReviewId, string Kind, long RecordId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"{Kind.ToLowerInvariant()}:{RecordId}";
}

/// <summary>A bag was erased with what it held; that it was made, and for whom, stays on record.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="DisposalId">The review that it was erased for.</param>
[Family(Family.Erased)]
public sealed record BagErased(long ExportId, long DisposalId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"export:{ExportId}";
}

/// <summary>The files of all modules were rewritten, so that nothing that was erased can be read from them.</summary>
/// <param name="Disposals">How many disposals went before.</param>
[Family(Family.Operated)]
public sealed record TracesErased(int Disposals) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "disposals:0";
}
