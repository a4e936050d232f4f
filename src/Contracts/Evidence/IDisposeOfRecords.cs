namespace PoliceSocial.Contracts.Evidence;

/// <summary>
/// Erases what one module holds of records that are disposed of, or says why they must stay. Each module that holds content implements
/// it for its own data; what is left are ids, times and hashes.
/// </summary>
public interface IDisposeOfRecords
{
    /// <summary>The module.</summary>
    string Module { get; }

    /// <summary>When it is asked: who knows what belongs to whom last is asked last.</summary>
    int Turn { get; }

    /// <summary>Why these must stay, as a sentence for staff; null where this module has nothing against their disposal.</summary>
    Task<string?> WhyNotAsync(RecordsToDispose records, CancellationToken ct);

    /// <summary>Erases. Asked again with the same order, it goes on where it stopped, and changes nothing where it had ended.</summary>
    Task<DisposedPart> DisposeAsync(DisposalOrder order, CancellationToken ct);

    /// <summary>Rewrites the module's files, so that nothing of what was erased can be read from them; asked once after a run of disposals.</summary>
    Task LeaveNoTraceAsync(CancellationToken ct);
}

/// <summary>What is to be disposed of together.</summary>
/// <param name="Conversations">Conversations.</param>
/// <param name="IncidentId">The incident that they belong to, or null.</param>
public sealed record RecordsToDispose(IReadOnlyList<long> Conversations, long? IncidentId);

/// <summary>A disposal that was decided and confirmed.</summary>
/// <param name="Id">Its id; what was done under it is not done again.</param>
/// <param name="Records">What is disposed of.</param>
/// <param name="ClassCode">Under which retention class, or on what other basis.</param>
/// <param name="Rationale">Why, in the words of whoever decided.</param>
/// <param name="DecidedBy">Who decided it.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
/// <param name="MessageId">The one message of the one conversation that is erased, or null for all.</param>
/// <param name="NetworkContentOnly">True where only what came from the network is erased, and what staff wrote stays.</param>
public sealed record DisposalOrder(
    long Id, RecordsToDispose Records, string ClassCode, string Rationale, long DecidedBy, long ConfirmedBy, long? MessageId = null, bool NetworkContentOnly = false);

/// <summary>What one module erased.</summary>
/// <param name="Rows">How many rows lost their content.</param>
/// <param name="Files">How many files are gone.</param>
public sealed record DisposedPart(int Rows, int Files);
