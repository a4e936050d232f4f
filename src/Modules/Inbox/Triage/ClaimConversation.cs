using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Inbox.Triage;

/// <summary>An operator takes a conversation that nobody holds. Of two who claim at once, one gets it and the other is told who.</summary>
internal sealed class ClaimConversation(ConversationDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.claim-conversation");

    public Task<ChangeResult> HandleAsync(Person person, long conversationId, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, InboxPermissions.Reply, conversationId, c => Decide(c, person, act.At), ct);
    }

    public static Decision Decide(ConversationRow c, Person person, DateTimeOffset at) => c switch
    {
        { HolderId: { } holder } when holder == person.Id => new Decision.Nothing(),
        { HolderId: not null } => new Decision.Refuse("A colleague holds this conversation already. Take it over with a reason if you must."),
        _ => new Decision.Change(c.HeldBy(person.Id, at), Deed.Claimed, new ConversationClaimed(c.Id, person.Id), person.Id),
    };
}
