using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Inbox.Linking;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Inbox.Replying;

/// <summary>Shows with its conversation what became of a reply on the network.</summary>
internal sealed class WhenDelivered(Timeline timeline, LinkBook links) : IHear<DeliverySent>, IHear<DeliveryRefused>, IHear<DeliveryOutcomeUnknown>
{
    public Task HearAsync(DeliverySent happened, Session session, CancellationToken ct) => ShowAsync(
        happened.DeliveryId, Deed.ReplySent, session,
        reply => reply with
        {
            State = ReplyState.Sent,
            NetworkId = happened.NetworkId,
            Permalink = happened.Permalink,
            SentAt = happened.NetworkTime,
        }, happened.Reconciled ? "found by reading the network back" : null, ct);

    public Task HearAsync(DeliveryRefused happened, Session session, CancellationToken ct) => ShowAsync(
        happened.DeliveryId, Deed.ReplyRefused, session, reply => reply with { State = ReplyState.Refused, Reason = happened.Why }, happened.Why, ct);

    public Task HearAsync(DeliveryOutcomeUnknown happened, Session session, CancellationToken ct) => ShowAsync(
        happened.DeliveryId, Deed.ReplyOutcomeUnknown, session,
        reply => reply with { State = ReplyState.OutcomeUnknown, Reason = happened.Why }, happened.Why, ct);

    private async Task ShowAsync(
        long deliveryId, Deed deed, Session session, Func<ReplyRow, ReplyRow> change, string? detail, CancellationToken ct)
    {
        // Deliveries of other things than replies are none of the inbox's.
        if (await session.FindAsync(ReplyStatements.Load, new { id = deliveryId }, ct) is not { } reply)
            return;
        var after = change(reply);
        // An event that is told again late (parked, then tried again) takes no certain end back.
        if (after.State == reply.State || reply.State is not (ReplyState.Going or ReplyState.OutcomeUnknown))
            return;
        if (await session.ExecuteAsync(ReplyStatements.Save, after, ct) != 1)
            throw new InvalidOperationException($"Reply {reply.Id} was changed at the same moment; it is heard again.");
        await timeline.AddAsync(session, reply.ConversationId, deed, ct, reply.Id, detail);
        session.Raise(new ReplyOutcomeShown(reply.Id, reply.ConversationId, after.State.ToString()));
        if (after.State == ReplyState.Sent)
            await links.AnsweredAsync(session, after, ct);
        if (after.State == ReplyState.Refused)
            await BringBackAsync(session, reply.ConversationId, ct);
    }

    /// <summary>Somebody thought that the public was answered, and they were not: what was put away is work again.</summary>
    private async Task BringBackAsync(Session session, long conversationId, CancellationToken ct)
    {
        if (await session.FindAsync(ConversationStatements.Load, new { id = conversationId }, ct) is not { State: ConversationState.Resolved or ConversationState.Waiting } before)
            return;
        var after = before.Moved(ConversationState.Open);
        if (await session.ExecuteAsync(ConversationStatements.Save, after, ct) != 1)
            throw new InvalidOperationException($"Conversation {conversationId} was changed at the same moment; it is heard again.");
        var tallies = new Tallies();
        tallies.Note(before, after);
        await tallies.SaveAsync(session, ct);
        await timeline.AddAsync(session, conversationId, Deed.Reopened, ct, detail: "the reply was not published");
        session.Raise(new ConversationStateChanged(conversationId, before.State.ToString(), after.State.ToString(), null));
    }
}
