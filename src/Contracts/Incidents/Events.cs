using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>An incident was recorded and has its number.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Number">Its number in the force's own format.</param>
/// <param name="GradeCode">Its grade.</param>
/// <param name="Category">Its opening category.</param>
/// <param name="FirstContactAt">When the public first told of it.</param>
/// <param name="ConversationId">The conversation it was recorded from, or null.</param>
[Family(Family.Altered)]
public sealed record IncidentRecorded(
    long IncidentId, string Number, string GradeCode, string Category, DateTimeOffset FirstContactAt, long? ConversationId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>An incident was shown to somebody.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Conversations">The conversations whose messages were shown with it.</param>
[Family(Family.Consulted)]
public sealed record IncidentViewed(long IncidentId, IReadOnlyList<long> Conversations) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A list of incidents was shown to somebody.</summary>
/// <param name="Filter">Which list.</param>
/// <param name="Incidents">Those that were shown.</param>
[Family(Family.Consulted)]
public sealed record IncidentsListed(string Filter, IReadOnlyList<long> Incidents) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "list:incidents";
}

/// <summary>What an incident is about, where it is or what it is called was corrected.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Changed">What was changed.</param>
[Family(Family.Altered)]
public sealed record IncidentCorrected(long IncidentId, IReadOnlyList<string> Changed) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>An incident got another grade.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="From">The grade before.</param>
/// <param name="To">The grade after.</param>
/// <param name="RespondBy">When somebody must be there, or null.</param>
/// <param name="AssessmentId">The assessment that it rests on, or null.</param>
[Family(Family.Altered)]
public sealed record IncidentRegraded(long IncidentId, string From, string To, DateTimeOffset? RespondBy, long? AssessmentId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>Help is on its way.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="DeployedAt">Since when.</param>
[Family(Family.Altered)]
public sealed record IncidentDeployed(long IncidentId, DateTimeOffset DeployedAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>Somebody answers for an incident from now on.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="FromId">Who did before, or null.</param>
/// <param name="ToId">Who does now, or null.</param>
[Family(Family.Altered)]
public sealed record IncidentTaken(long IncidentId, long? FromId, long? ToId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>It was decided whether there is something that the law wants recorded (a crime).</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Recorded">True where it is recorded.</param>
/// <param name="DueAt">By when it had to be decided.</param>
/// <param name="InTime">True where it was.</param>
[Family(Family.Altered)]
public sealed record RecordingDecided(long IncidentId, bool Recorded, DateTimeOffset? DueAt, bool InTime) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>The time within which it must be decided whether to record a crime is over.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="DueAt">When it ended.</param>
[Family(Family.Operated)]
public sealed record RecordingOverdue(long IncidentId, DateTimeOffset DueAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>Somebody took note that a decision on recording is overdue.</summary>
/// <param name="IncidentId">The incident.</param>
[Family(Family.Altered)]
public sealed record RecordingAlarmNoted(long IncidentId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>An incident was closed.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="ClosingCategory">What it turned out to be.</param>
/// <param name="Deployed">True where help was sent.</param>
[Family(Family.Altered)]
public sealed record IncidentClosed(long IncidentId, string ClosingCategory, bool Deployed) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A closed incident is open again.</summary>
/// <param name="IncidentId">The incident.</param>
[Family(Family.Altered)]
public sealed record IncidentReopened(long IncidentId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}
