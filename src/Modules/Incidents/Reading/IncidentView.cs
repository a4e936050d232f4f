using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Joining;
using PoliceSocial.Incidents.Offered;
using PoliceSocial.Incidents.Pinning;
using PoliceSocial.Incidents.Tasking;

namespace PoliceSocial.Incidents.Reading;

/// <summary>An incident with all that its page shows.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Qualifiers">Codes of its qualifiers.</param>
/// <param name="Joined">Its conversations, those that were split from it included.</param>
/// <param name="Conversations">Facts of those conversations that the person may see.</param>
/// <param name="Assessments">Its assessments, newest first.</param>
/// <param name="Decisions">Its decisions, newest first.</param>
/// <param name="Notes">Facts, opinions and advice, newest first.</param>
/// <param name="Parties">People, places and vehicles.</param>
/// <param name="Links">Links between them.</param>
/// <param name="Tasks">Its tasks, the open ones first.</param>
/// <param name="Handovers">Its hand-overs, newest first.</param>
/// <param name="Offer">What another service offered, which became this; null where none did.</param>
/// <param name="Pin">Where it was pinned last; null where nobody has.</param>
/// <param name="Story">All that happened, oldest first.</param>
/// <param name="Cut">True where older entries are left out.</param>
/// <param name="Names">The names of colleagues that appear.</param>
internal sealed record IncidentView(
    IncidentRow Incident, IReadOnlyList<string> Qualifiers, IReadOnlyList<JoinedRow> Joined, IReadOnlyList<ConversationFacts> Conversations,
    IReadOnlyList<AssessmentRow> Assessments, IReadOnlyList<DecisionRow> Decisions, IReadOnlyList<NoteRow> Notes, IReadOnlyList<PartyRow> Parties,
    IReadOnlyList<PartyLinkRow> Links, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<HandoverRow> Handovers,
    OfferRow? Offer, PinRow? Pin, IReadOnlyList<Happening> Story, bool Cut, IReadOnlyDictionary<long, string> Names)
{
    public IEnumerable<JoinedRow> Parts => Joined.Where(j => j.SplitAt is null);

    public IEnumerable<PartyRow> Present => Parties.Where(p => p.RemovedAt is null);

    /// <summary>When the first of us saw, acknowledged and answered what it is made of.</summary>
    public DateTimeOffset? FirstSeenAt => Earliest(c => c.FirstSeenAt);

    public DateTimeOffset? AcknowledgedAt => Earliest(c => c.AcknowledgedAt);

    public DateTimeOffset? AnsweredAt => Earliest(c => c.AnsweredAt);

    public string NameOf(long? personId) => personId is { } id ? Names.GetValueOrDefault(id, "a former colleague") : "nobody";

    private DateTimeOffset? Earliest(Func<ConversationFacts, DateTimeOffset?> when) =>
        Conversations.Where(c => Parts.Any(p => p.ConversationId == c.Id)).Select(when).Where(t => t is not null).DefaultIfEmpty(null).Min();
}

/// <summary>One entry of the story.</summary>
/// <param name="At">When it reached us or was done.</param>
/// <param name="Id">Which of two of one instant was first: ids grow with time.</param>
internal abstract record Happening(DateTimeOffset At, long Id)
{
    /// <summary>Something that was said in one of its conversations.</summary>
    public sealed record Said(SaidMessage Message, ConversationFacts Conversation) : Happening(Message.ReceivedAt, Message.Id);

    /// <summary>Something that was done.</summary>
    public sealed record Done(EntryRow Entry) : Happening(Entry.At, Entry.Id);
}
