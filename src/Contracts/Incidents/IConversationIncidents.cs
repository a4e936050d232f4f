using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>What became of a conversation, for the Inbox to show and to ask before it is resolved.</summary>
public interface IConversationIncidents
{
    /// <summary>The incidents that a conversation is part of and that the person may see, newest first. Cheap.</summary>
    Task<IReadOnlyList<LinkedIncident>> OfAsync(IAsker asker, long conversationId, CancellationToken ct);

    /// <summary>Why a conversation that is flagged as a risk cannot be resolved yet, as a sentence for staff; null where it can.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="flaggedAt">When it was last flagged: what was assessed before does not cover it.</param>
    /// <param name="ct">Cancels.</param>
    Task<string?> WhyNotResolveAsync(long conversationId, DateTimeOffset flaggedAt, CancellationToken ct);

    /// <summary>May the person record an incident from a conversation of this channel and team?</summary>
    bool MayRecord(IAsker asker, long channelId, long? teamId);

    /// <summary>What staff call the assessment that a risk needs.</summary>
    string AssessmentName { get; }

    /// <summary>What staff call an incident.</summary>
    string IncidentName { get; }
}

/// <summary>An incident that a conversation is part of.</summary>
/// <param name="Id">Its id; its page is <c>/incidents/{id}</c>.</param>
/// <param name="Number">Its number in the force's own format.</param>
/// <param name="Grade">Its grade's name.</param>
/// <param name="Colour">The meaning that the grade is shown in: risk, warning, info, success or neutral.</param>
/// <param name="Closed">True where it is closed.</param>
/// <param name="DeployedAt">When help was sent, or null.</param>
public sealed record LinkedIncident(long Id, string Number, string Grade, string Colour, bool Closed, DateTimeOffset? DeployedAt);
