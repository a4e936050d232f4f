using System.Security.Cryptography;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Replying;

/// <summary>Answers Publishing's question for a reply and all that its delivery needs.</summary>
internal sealed class Replies(Store<InboxModule> store, MediaStore media) : IReplies
{
    private static readonly Statement<TargetRow> Target = Statement.Of<TargetRow>(
        """
        SELECT m.NetworkId, m.ReplyHandle, c.ThreadId, c.Audience, c.LastInboundAt, p.NetworkId AS Recipient
        FROM inbox.Message AS m
        JOIN inbox.Conversation AS c ON c.Id = m.ConversationId
        JOIN inbox.Contact AS p ON p.Id = c.ContactId
        WHERE m.Id = @messageId
        """);

    public async Task<ReplyToDeliver?> FindAsync(long replyId, CancellationToken ct)
    {
        if (await store.FindAsync(ReplyStatements.Load, new { id = replyId }, ct) is not { } reply
            || await store.FindAsync(Target, new { messageId = reply.ToMessageId }, ct) is not { } target)
        {
            return null;
        }

        var isPrivate = reply.Audience == Audience.Private;

        // A private answer to a public message begins a thread of its own: the public one says nothing about where it goes.
        var sameThread = isPrivate == (target.Audience == Audience.Private);
        return new(
            reply.Id, reply.ChannelId, isPrivate, reply.Text, target.NetworkId, sameThread ? target.ThreadId : null, target.Recipient,
            sameThread ? target.ReplyHandle : "", reply.WrittenAt, isPrivate && sameThread ? target.LastInboundAt : null,
            [.. (await store.QueryAsync(ReplyPictureRow.OfReply, new { replyId }, ct)).Select(p => p.ToPicture())]);
    }

    public async Task<byte[]?> ReadPictureAsync(long replyId, int number, CancellationToken ct)
    {
        if ((await store.QueryAsync(ReplyPictureRow.OfReply, new { replyId }, ct)).FirstOrDefault(p => p.Number == number) is not { } picture
            || media.OpenOriginal(picture.Sha256) is not { } file)
        {
            return null;
        }

        await using (file)
        {
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, ct);
            return SHA256.HashData(bytes).AsSpan().SequenceEqual(picture.Sha256) ? bytes : null;
        }
    }

    private sealed record TargetRow
    {
        public required string NetworkId { get; init; }

        public required string ReplyHandle { get; init; }

        public required string ThreadId { get; init; }

        public required Audience Audience { get; init; }

        public DateTimeOffset? LastInboundAt { get; init; }

        public required string Recipient { get; init; }
    }
}
