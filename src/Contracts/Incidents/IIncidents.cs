using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>Incidents, for Evidence to choose, to export, and to keep from disposal.</summary>
public interface IIncidents
{
    /// <summary>An incident; null where there is none, or none that the person may see.</summary>
    Task<IncidentSummary?> FindAsync(IAsker asker, long incidentId, CancellationToken ct);

    /// <summary>The incident of a number, as staff write it; null where there is none, or none that the person may see.</summary>
    Task<IncidentSummary?> FindByNumberAsync(IAsker asker, string number, CancellationToken ct);

    /// <summary>All that an incident consists of, as facts; null where there is none, or none that the person may see. The asker records the view or disclosure.</summary>
    Task<IncidentContents?> ContentsAsync(IAsker asker, long incidentId, CancellationToken ct);

    /// <summary>Those of these conversations that an open incident consists of: nothing of theirs is ever disposed of.</summary>
    Task<IReadOnlySet<long>> LiveAmongAsync(IReadOnlyCollection<long> conversationIds, CancellationToken ct);
}

/// <summary>An incident in short.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number in the force's own format.</param>
/// <param name="Rehearsal">True where it is an exercise.</param>
/// <param name="Closed">True where it is closed.</param>
/// <param name="OpeningCategory">What it was on first contact, in words.</param>
/// <param name="ClosingCategory">What it turned out to be, in words, or null.</param>
/// <param name="Grade">Its grade, in words.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Location">Where.</param>
/// <param name="FirstContactAt">When the public first told of it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record IncidentSummary(
    long Id, string Number, bool Rehearsal, bool Closed, string OpeningCategory, string? ClosingCategory, string Grade, string Summary, string Location,
    DateTimeOffset FirstContactAt, DateTimeOffset RecordedAt);

/// <summary>All that an incident consists of.</summary>
/// <param name="Incident">The incident in short.</param>
/// <param name="Qualifiers">Its qualifiers, in words.</param>
/// <param name="Conversations">Its conversations, those that were split from it included.</param>
/// <param name="Parties">People, places and vehicles, those that were taken off included.</param>
/// <param name="Records">Assessments, decisions, notes and advice, oldest first.</param>
/// <param name="Tasks">Its tasks, oldest first.</param>
/// <param name="Timeline">All that was done, views included, oldest first.</param>
/// <param name="Handovers">Its hand-overs to other systems and forces, oldest first.</param>
public sealed record IncidentContents(
    IncidentSummary Incident, IReadOnlyList<string> Qualifiers, IReadOnlyList<IncidentConversation> Conversations, IReadOnlyList<IncidentParty> Parties,
    IReadOnlyList<IncidentRecord> Records, IReadOnlyList<IncidentTask> Tasks, IReadOnlyList<IncidentMoment> Timeline,
    IReadOnlyList<IncidentHandover> Handovers);

/// <summary>A conversation that an incident consists of.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="JoinedAt">When it was joined.</param>
/// <param name="SplitAt">When it was split from the incident again, or null.</param>
public sealed record IncidentConversation(long ConversationId, DateTimeOffset JoinedAt, DateTimeOffset? SplitAt);

/// <summary>A person, place or vehicle.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Person, Place or Vehicle.</param>
/// <param name="Label">Name, address or registration mark.</param>
/// <param name="Detail">What else is known.</param>
/// <param name="ContactId">The contact on a network that a member of staff said it is, or null.</param>
/// <param name="Roles">What part they play, in words.</param>
/// <param name="Markers">What to take care of, in words.</param>
/// <param name="RemovedAt">When it was taken off, or null.</param>
/// <param name="AddedBy">Who put it on.</param>
/// <param name="AddedAt">When.</param>
public sealed record IncidentParty(
    long Id, string Kind, string Label, string Detail, long? ContactId, IReadOnlyList<string> Roles, IReadOnlyList<string> Markers, DateTimeOffset? RemovedAt,
    long AddedBy, DateTimeOffset AddedAt);

/// <summary>Something that staff wrote down.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Assessment, Decision, Fact, Opinion or Advice.</param>
/// <param name="AuthorId">Who.</param>
/// <param name="At">When.</param>
/// <param name="Parts">Its parts, each with its heading.</param>
public sealed record IncidentRecord(long Id, string Kind, long AuthorId, DateTimeOffset At, IReadOnlyList<IncidentRecordPart> Parts);

/// <summary>A part of what staff wrote down.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Words">What they wrote.</param>
public sealed record IncidentRecordPart(string Heading, string Words);

/// <summary>A task.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What sort, in words.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="OwnerId">Who does it.</param>
/// <param name="DueAt">By when.</param>
/// <param name="State">Open, Done or Cancelled.</param>
/// <param name="EndedAt">When it ended, or null.</param>
/// <param name="Outcome">What came of it, or null.</param>
/// <param name="CreatedBy">Who set it.</param>
/// <param name="CreatedAt">When.</param>
public sealed record IncidentTask(
    long Id, string Kind, string Title, long OwnerId, DateTimeOffset DueAt, string State, DateTimeOffset? EndedAt, string? Outcome, long CreatedBy, DateTimeOffset CreatedAt);

/// <summary>Something that was done.</summary>
/// <param name="Id">Its id; orders those of one instant.</param>
/// <param name="At">When.</param>
/// <param name="PersonId">Who, or null for the service itself.</param>
/// <param name="What">What, as the words that follow who did it.</param>
/// <param name="View">True where somebody was shown the incident.</param>
public sealed record IncidentMoment(long Id, DateTimeOffset At, long? PersonId, string What, bool View);
