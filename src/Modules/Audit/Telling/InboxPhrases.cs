using PoliceSocial.Contracts.Inbox;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens in the inbox, in words.</summary>
internal static class InboxPhrases
{
    public static Phrases AddInbox(this Phrases all) => all
        .Say<ItemCaptured>(e => Invariant($"captured {Change(e.Change)} {Kind(e.Kind)} in conversation {e.ConversationId}, by channel {e.ChannelId}"))
        .Say<AttachmentCaptured>(e => e.Problem is { } problem
            ? Invariant($"could not keep attachment {e.AttachmentId} of conversation {e.ConversationId}: {problem}")
            : Invariant($"kept attachment {e.AttachmentId} of conversation {e.ConversationId} ({e.FoundType}, {e.Bytes} bytes)"))
        .Say<ConversationFlagged>(e => Invariant($"flagged conversation {e.ConversationId} as a risk, by rules {string.Join(", ", e.Rules)}"))
        .Say<FlagAcknowledged>(e => Invariant($"acknowledged the alarm of conversation {e.ConversationId} after {e.SecondsSinceFlagged:0} seconds"))
        .Say<AlarmEscalated>(e => Invariant($"took the alarm of conversation {e.ConversationId} further after {e.SecondsSinceRaised:0} seconds: step {e.Step}{(e.Calls ? ", with a call" : "")}"))
        .Say<AlarmPolicyChanged>(e => Invariant($"changed whom alarms reach that nobody acknowledges, to version {e.Version}"))
        .Say<AlarmCallTested>(e => Invariant($"had {Counted.Of(e.Count, "test")} of calls about alarms go out ({e.Way})"))
        .Say<AlarmCallAttempted>(e => Invariant($"called about alarms ({e.Way}, call {e.CallId}, attempt {e.Attempt})"))
        .Say<AlarmCallEnded>(e => Invariant($"learned what came of call {e.CallId} about alarms ({e.Way}): {e.Outcome}{(e.TriedAgain ? ", to be tried again" : "")}"))
        .Say<AlarmCallNoted>(e => Invariant($"acknowledged that call {e.CallId} about alarms went wrong"))
        .Say<MessageJudged>(e => Invariant($"judged message {e.MessageId} of conversation {e.ConversationId} by the model {e.Model}: {(e.Suggested is { } grade ? Invariant($"suggested grade {grade} ({e.Likelihood:P0} sure)") : "no grade")}{(e.Language is null ? "" : ", another language")}"))
        .Say<JudgementDecided>(e => Invariant($"decided on {(e.Decided is { } decided ? $"grade {decided}" : "no grade")} for message {e.MessageId} of conversation {e.ConversationId} ({e.How}), where triage had suggested {(e.Suggested is { } grade ? $"grade {grade}" : "none")}"))
        .Say<TriagePolicyChanged>(e => Invariant($"changed how triage judges, to version {e.PolicyVersion}"))
        .Say<QueueViewed>(e => Invariant($"looked at the list “{e.Queue}”, which showed {Counted.Of(e.Conversations.Count, "conversation")}"))
        .Say<ConversationViewed>(e => Invariant($"viewed conversation {e.ConversationId} with contact {e.ContactId}, up to message {e.LastMessageId}"))
        .Say<AttachmentViewed>(e => Invariant($"viewed the {(e.Original ? "original" : "preview")} of attachment {e.AttachmentId} in conversation {e.ConversationId}"))
        .Say<ContactHistoryViewed>(e => Invariant($"viewed all that contact {e.ContactId} wrote, in {Counted.Of(e.Conversations, "conversation")}"))
        .Say<ContactsMerged>(e => Invariant($"decided that contacts {e.FirstId} and {e.SecondId}{(e.AcrossNetworks ? ", on different networks," : "")} are one person ({e.MergingId})"))
        .Say<ContactsParted>(e => Invariant($"took back that contacts {e.FirstId} and {e.SecondId} are one person ({e.MergingId})"))
        .Say<ContactsSearched>(e => Invariant($"looked for another contact of the person behind contact {e.ContactId}, and was shown {Counted.Of(e.Found.Count, "contact")}"))
        .Say<MessagesSearched>(e => Invariant($"searched messages and was shown {Counted.Of(e.Found.Count, "conversation")}"))
        .Say<ConversationClaimed>((e, names) => Invariant($"claimed conversation {e.ConversationId} for {names.Of(e.HolderId)}"))
        .Say<ConversationPassed>(Passed)
        .Say<ConversationStateChanged>(e => Invariant($"moved conversation {e.ConversationId} from {e.From} to {e.To}"))
        .Say<ConversationsLinked>(e => Invariant($"joined public conversation {e.ConversationId} with private conversation {e.PrivateId}, begun by reply {e.ReplyId}"))
        .Say<ActUndone>(e => Invariant($"undid their act {e.UndoneActId} on conversation {e.ConversationId} ({e.What})"))
        .Say<NoteWritten>((e, names) => Invariant($"wrote note {e.NoteId} on conversation {e.ConversationId}{Calling(e.Mentioned, names)}"))
        .Say<ConversationTagged>(e => Invariant($"changed the tags of conversation {e.ConversationId}{List(", added ", e.Added)}{List(", removed ", e.Removed)}"))
        .Say<SavedViewChanged>(e => Invariant($"{(e.Removed ? "dropped" : "kept")} a view of the inbox of their own"))
        .Say<ItemQuarantined>(e => Invariant($"kept item {e.QuarantinedId} of channel {e.ChannelId} aside, which could not be stored"))
        .Say<QuarantineSettled>(e => Invariant($"{(e.Stored ? "stored" : "set aside")} item {e.QuarantinedId} of channel {e.ChannelId}, which had been kept aside"))
        .Say<QuarantineViewed>(e => Invariant($"viewed item {e.QuarantinedId} of channel {e.ChannelId}, which is kept aside"))
        .Say<RiskRuleChanged>(e => Invariant($"changed risk rule {e.RuleId} to version {e.RuleVersion}, {(e.Enabled ? "switched on" : "switched off")}"))
        .Say<RiskRulesTried>(e => Invariant($"tried risk rules over {Counted.Of(e.Messages, "stored message")}, with {Counted.Of(e.Hits, "hit")}"));

    private static string Passed(ConversationPassed e, Names names) => e.How switch
    {
        "Assigned" => Invariant($"assigned conversation {e.ConversationId} to {To(e, names)}"),
        "HandedOver" => Invariant($"handed conversation {e.ConversationId} over from {names.Of(e.FromId)} to {To(e, names)}"),
        "TakenOver" => Invariant($"took conversation {e.ConversationId} over from {names.Of(e.FromId)}"),
        "CarriedOver" => Invariant($"gave private conversation {e.ConversationId} to {To(e, names)}, who has the public one"),
        "Undone" => Invariant($"gave conversation {e.ConversationId} back from {names.Of(e.FromId)} to {To(e, names)}"),
        "Released" => Invariant($"let go of conversation {e.ConversationId}"),
        _ => Invariant($"passed conversation {e.ConversationId} ({e.How}) from {names.Of(e.FromId)} to {To(e, names)}"),
    };

    private static string To(ConversationPassed e, Names names) => (e.ToId, e.TeamId) switch
    {
        ({ } person, _) => names.Of(person),
        (null, { } team) => Invariant($"team {team}"),
        (null, null) => "nobody",
    };

    private static string Change(string change) => change switch { "Edited" => "an edit of a", "Deleted" => "the deletion of a", _ => "a" };

    private static string Kind(string kind) => kind switch { "PrivateMessage" => "private message", _ => kind.ToLowerInvariant() };

    private static string Calling(IReadOnlyList<long> people, Names names) =>
        people.Count == 0 ? "" : $", calling {string.Join(" and ", people.Select(p => names.Of(p)))}";

    private static string List(string before, IReadOnlyList<string> words) => words.Count == 0 ? "" : before + string.Join(", ", words);
}
