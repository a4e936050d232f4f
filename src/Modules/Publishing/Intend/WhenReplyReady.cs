using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Publishing.Intend;

/// <summary>
/// Stores the intent to deliver a reply that may go. Its id is the reply's, so that hearing of it twice intends it once; its
/// words are held against what was approved.
/// </summary>
internal sealed class WhenReplyReady(IReplies replies, DeliveryBook book, Ids ids, TimeProvider clock) : IHear<ReplyReady>
{
    private const string Changed = "It is not what was approved. Nothing was published: write it again.";

    public async Task HearAsync(ReplyReady happened, Session session, CancellationToken ct)
    {
        // Asked before any row is changed: the answer comes from another store, which does not wait for this one.
        var reply = await replies.FindAsync(happened.ReplyId, ct)
            ?? throw new InvalidOperationException($"Reply {happened.ReplyId} is ready, but the inbox does not have it.");
        var at = clock.GetUtcNow();
        var digest = ReplyToDeliver.DigestOf(reply.Text, reply.Pictures ?? []);
        var intent = IntentOf(reply, happened.ConversationId, session.Act.Actor.Id, at);
        var dropped = Convert.ToBase64String(digest) == happened.TextSha256 ? null : intent.Drop(StepKind.Refused, Changed, at);
        if (await session.ExecuteAsync(DeliveryStatements.Insert, dropped?.After ?? intent, ct) == 0)
            return;
        await book.AddStepAsync(session, intent.Id, StepKind.Intended, null, ct);
        session.Raise(new DeliveryIntended(intent.Id, intent.ChannelId, Convert.ToHexStringLower(digest)));
        if (dropped is null)
            return;
        await book.AddStepAsync(session, intent.Id, dropped.Kind, dropped.Detail, ct);
        session.Raise(dropped.Happened);
    }

    private DeliveryRow IntentOf(ReplyToDeliver reply, long conversationId, long askedBy, DateTimeOffset at) => new()
    {
        Id = reply.ReplyId,
        Turn = ids.New(),
        Kind = reply.Private ? DeliveryKind.PrivateMessage : DeliveryKind.PublicReply,
        ChannelId = reply.ChannelId,
        ConversationId = conversationId,
        Text = reply.Text,
        InReplyTo = reply.InReplyTo,
        ThreadId = reply.ThreadId,
        Recipient = reply.Recipient,
        ReplyHandle = reply.ReplyHandle,
        AskedBy = askedBy,
        IntendedAt = at,
        State = DeliveryState.Intended,
        StateSince = at,
        Attempts = 0,
        WasUnknown = false,
        Reconciled = false,
        ByHand = false,
        Looks = 0,
        Version = 1,
    };
}
