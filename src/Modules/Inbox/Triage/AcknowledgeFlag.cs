using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Alarming;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Inbox.Triage;

/// <summary>Somebody on the desk takes note of a flagged conversation: the alarm ends, on every screen, in their name.</summary>
internal sealed class AcknowledgeFlag(ConversationDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.acknowledge-flag");

    public Task<ChangeResult> HandleAsync(Person person, long conversationId, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(
            act, person, InboxPermissions.Acknowledge, conversationId, c => Decide(c, person, act.At), ct,
            (session, c) => session.ExecuteAsync(EscalationStatements.End, new { conversationId = c.Id, at = act.At }, ct));
    }

    public static Decision Decide(ConversationRow c, Person person, DateTimeOffset at) => c.Alarms()
        ? new Decision.Change(
            c with { AcknowledgedAt = at, AcknowledgedBy = person.Id }, Deed.Acknowledged,
            new FlagAcknowledged(c.Id, (at - c.FlaggedAt!.Value).TotalSeconds))
        : new Decision.Nothing();
}
