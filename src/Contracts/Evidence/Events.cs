using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Evidence;

/// <summary>Something was marked as an exhibit.</summary>
/// <param name="ExhibitId">The exhibit.</param>
/// <param name="Mark">Initials and number, as in SR/1.</param>
/// <param name="Target">What it is: conversation, message, attachment, post or incident.</param>
/// <param name="TargetId">Which one.</param>
/// <param name="ConversationId">The conversation it belongs to; null for an incident.</param>
/// <param name="Relevant">Whether it is relevant.</param>
/// <param name="Sensitive">Whether it is sensitive.</param>
/// <param name="IncidentId">The incident, where it is one.</param>
/// <param name="Basis">The lawful basis on which it is kept as evidence.</param>
[Family(Family.Altered)]
public sealed record ExhibitMarked(
    long ExhibitId, string Mark, string Target, long TargetId, long? ConversationId, bool Relevant, bool Sensitive, long? IncidentId = null, string? Basis = null) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId is { } incident ? $"incident:{incident}" : $"conversation:{ConversationId}";
}

/// <summary>An exhibit's marks were changed.</summary>
/// <param name="ExhibitId">The exhibit.</param>
/// <param name="ConversationId">The conversation it belongs to; null for an incident.</param>
/// <param name="Relevant">Whether it is relevant.</param>
/// <param name="Sensitive">Whether it is sensitive.</param>
/// <param name="Used">Whether the prosecution relies on it.</param>
/// <param name="IncidentId">The incident, where it is one.</param>
[Family(Family.Altered)]
public sealed record ExhibitChanged(long ExhibitId, long? ConversationId, bool Relevant, bool Sensitive, bool Used, long? IncidentId = null) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId is { } incident ? $"incident:{incident}" : $"conversation:{ConversationId}";
}

/// <summary>Something must be kept: nothing of the conversation or incident that it belongs to may be disposed of.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="ConversationId">The conversation; null for an incident.</param>
/// <param name="Basis">On what basis.</param>
/// <param name="Target">What is held: conversation, message, attachment, post or incident.</param>
/// <param name="TargetId">Which one; 0 in what was stored before parts could be held.</param>
/// <param name="IncidentId">The incident, where it is one.</param>
[Family(Family.Altered)]
public sealed record HoldPlaced(long HoldId, long? ConversationId, string Basis, string Target = "Conversation", long TargetId = 0, long? IncidentId = null) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId is { } incident ? $"incident:{incident}" : $"conversation:{ConversationId}";
}

/// <summary>A hold ended.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="ConversationId">The conversation; null for an incident.</param>
/// <param name="IncidentId">The incident, where it is one.</param>
[Family(Family.Altered)]
public sealed record HoldReleased(long HoldId, long? ConversationId, long? IncidentId = null) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId is { } incident ? $"incident:{incident}" : $"conversation:{ConversationId}";
}

/// <summary>Somebody asked for an export.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="Conversations">What it covers.</param>
/// <param name="Recipient">Who it is for.</param>
/// <param name="Basis">The lawful basis.</param>
/// <param name="Removed">How many things are to be removed from it.</param>
/// <param name="IncidentId">The incident that it covers, or null.</param>
[Family(Family.Disclosed)]
public sealed record ExportRequested(long ExportId, IReadOnlyList<long> Conversations, string Recipient, string Basis, int Removed, long? IncidentId = null) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"export:{ExportId}";
}

/// <summary>An export was made and can be handed over.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="Recipient">Who it is for.</param>
/// <param name="Fingerprint">SHA-256 of its tag manifest: names this bag and no other.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="Stamps">How many authorities stamped the time.</param>
[Family(Family.Disclosed)]
public sealed record EvidenceExported(long ExportId, string Recipient, string Fingerprint, int Files, long Bytes, int Stamps) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"export:{ExportId}";
}

/// <summary>An export could not be made.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="Problem">Why.</param>
[Family(Family.Operated)]
public sealed record ExportFailed(long ExportId, string Problem) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"export:{ExportId}";
}

/// <summary>The service began to make an export, or began anew after a restart.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="Attempt">Which attempt it is.</param>
[Family(Family.Operated)]
public sealed record ExportBegun(long ExportId, int Attempt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"export:{ExportId}";
}

/// <summary>An export's bag was handed out.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="Recipient">Who it is for.</param>
[Family(Family.Disclosed)]
public sealed record ExportDownloaded(long ExportId, string Recipient) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"export:{ExportId}";
}

/// <summary>Messages were shown to somebody who chooses what an export must not hold.</summary>
/// <param name="Conversations">Whose messages.</param>
/// <param name="Shown">How many lines.</param>
/// <param name="IncidentId">The incident whose record was shown with them, or null.</param>
[Family(Family.Consulted)]
public sealed record MaterialViewed(IReadOnlyList<long> Conversations, int Shown, long? IncidentId = null) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId is { } incident ? $"incident:{incident}" : $"conversation:{(Conversations.Count > 0 ? Conversations[0] : 0)}";
}
