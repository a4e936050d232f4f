using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Judging;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Disposing;

/// <summary>Erases what conversations hold, for records whose time is over and for networks that lawfully demand it; their ids, times and hashes stay.</summary>
internal sealed class DisposeConversations(Store<InboxModule> store, MediaStore media, IIncidentMembers incidents, ActFactory acts) : IDisposeOfRecords
{
    public static readonly ActKind Kind = new("inbox.dispose");
    private static readonly TimeSpan StoredWithin = TimeSpan.FromDays(1);

    public string Module => "inbox";

    /// <summary>After Incidents: who is named in one keeps their name here.</summary>
    public int Turn => 30;

    public async Task<string?> WhyNotAsync(RecordsToDispose records, CancellationToken ct)
    {
        if (records.Conversations.Count == 0)
            return null;
        var conversations = records.Conversations;
        if (await store.FindAsync(EraseStatements.Unsent, new { conversations, awaiting = ReplyState.AwaitingApproval, going = ReplyState.Going }, ct) > 0)
            return "An answer to it is not sent yet: send it or take it back first.";
        return await store.FindAsync(EraseStatements.Alarming, new { conversations }, ct) > 0 ? "It is flagged as a risk and nobody has acknowledged that." : null;
    }

    public async Task<DisposedPart> DisposeAsync(DisposalOrder order, CancellationToken ct)
    {
        var (rows, files) = (0, 0);
        foreach (var id in order.Records.Conversations)
        {
            var part = await DisposeAsync(order, id, ct);
            (rows, files) = (rows + part.Rows, files + part.Files);
        }

        return new(rows, files);
    }

    public Task LeaveNoTraceAsync(CancellationToken ct) => store.LeaveNoTraceAsync(ct);

    private async Task<DisposedPart> DisposeAsync(DisposalOrder order, long id, CancellationToken ct)
    {
        // Asked before the session: no other module inside one.
        if (await store.FindAsync(ConversationStatements.Load, new { id }, ct) is not { } known)
            return new(0, 0);
        var named = order.MessageId is null ? await incidents.NamedAsync([known.ContactId], ct) : new HashSet<long>();
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        if (await session.FindAsync(DisposalRow.Load, new { conversationId = id, id = order.Id }, ct) is { } done)
            return new(done.RowsErased, done.FilesErased);
        var files = await EraseFilesAsync(session, order, id, ct);
        var rows = await EraseRowsAsync(session, order, id, ct);
        rows += await EraseExchangesAsync(session, order, id, ct);
        rows += await EraseConversationAsync(session, order, id, named.Contains(known.ContactId), ct);
        await session.ExecuteAsync(DisposalRow.Insert, new DisposalRow
        {
            Id = order.Id,
            ConversationId = id,
            MessageId = order.MessageId,
            ClassCode = order.ClassCode,
            Rationale = order.Rationale,
            DecidedBy = order.DecidedBy,
            ConfirmedBy = order.ConfirmedBy,
            RowsErased = rows,
            FilesErased = files,
            At = session.Act.At,
        }, ct);
        session.Raise(new ConversationDisposed(id, order.Id, order.MessageId, order.ClassCode, rows, files, order.DecidedBy, order.ConfirmedBy));
        await session.CommitAsync(ct);
        return new(rows, files);
    }

    /// <summary>Files go before the rows that name them: what a crash leaves is found again by its row.</summary>
    private async Task<int> EraseFilesAsync(Session session, DisposalOrder order, long conversationId, CancellationToken ct)
    {
        var hashes = await session.QueryAsync(EraseStatements.Media, new { conversationId, messageId = order.MessageId, empty = "" }, ct);
        if (!order.NetworkContentOnly)
            hashes = [.. hashes, .. await session.QueryAsync(EraseStatements.Pictures, new { conversationId }, ct)];
        return hashes.Sum(media.Erase);
    }

    private static async Task<int> EraseRowsAsync(Session session, DisposalOrder order, long conversationId, CancellationToken ct)
    {
        var rows = 0;
        var args = new
        {
            conversationId,
            messageId = order.MessageId,
            empty = "",
            nothing = Array.Empty<byte>(),
            nothingSaid = JudgedBecause.Nothing.ToJson(),
            givenUp = (int)AttachmentState.GivenUp,
            problem = "It was disposed of",
        };
        foreach (var statement in EraseStatements.OfNetwork)
            rows += await session.ExecuteAsync(statement, args, ct);
        if (order.NetworkContentOnly)
            return rows;
        foreach (var statement in EraseStatements.OfStaff)
            rows += await session.ExecuteAsync(statement, new { conversationId, empty = "" }, ct);
        return rows;
    }

    private static async Task<int> EraseExchangesAsync(Session session, DisposalOrder order, long conversationId, CancellationToken ct)
    {
        var rows = 0;
        foreach (var exchange in await session.QueryAsync(EraseStatements.Exchanges, new { conversationId, messageId = order.MessageId }, ct))
        {
            var range = new { id = exchange.Id, from = Ids.At(exchange.StartedAt), to = Ids.At(exchange.FinishedAt + StoredWithin), empty = "" };
            if (await session.FindAsync(EraseStatements.StillNeeded, range, ct) == 0)
                rows += await session.ExecuteAsync(EraseStatements.Exchange, new { id = exchange.Id, empty = "" }, ct);
        }

        return rows;
    }

    private static async Task<int> EraseConversationAsync(Session session, DisposalOrder order, long conversationId, bool named, CancellationToken ct)
    {
        var before = await session.FindAsync(ConversationStatements.Load, new { id = conversationId }, ct)
            ?? throw new InvalidOperationException($"Conversation {conversationId} is gone.");
        var after = order.MessageId is { } one ? Without(before, one) : before with
        {
            LastText = "",
            PostText = null,
            FlagReasons = null,
            State = ConversationState.Resolved,
            HolderId = null,
            HeldSince = null,
            SnoozedUntil = null,
        };
        if (await session.ExecuteAsync(ConversationStatements.Save, after, ct) != 1)
            throw new InvalidOperationException($"Conversation {conversationId} was changed meanwhile; its disposal is tried again.");
        var tallies = new Tallies();
        tallies.Note(before, after);
        await tallies.SaveAsync(session, ct);
        if (order.MessageId is not null)
            return 1;
        await session.ExecuteAsync(EraseStatements.Conversation, new { conversationId, empty = "", key = RowKey.Of(order.Id, "disposed", "thread", $"{conversationId}").ToBytes() }, ct);
        var contactId = before.ContactId;
        if (named || await session.FindAsync(EraseStatements.OtherRecords, new { contactId, conversationId }, ct) > 0)
            return 1;
        var mergings = await session.ExecuteAsync(EraseStatements.Mergings, new { contactId, empty = "" }, ct);
        return 1 + mergings + await session.ExecuteAsync(EraseStatements.Contact, new { contactId, empty = "", key = RowKey.Of(order.Id, "disposed", "contact", $"{contactId}").ToBytes() }, ct);
    }

    private static ConversationRow Without(ConversationRow before, long messageId) => before with
    {
        LastText = before.LastMessageId == messageId ? "" : before.LastText,
        FlagReasons = FlagReasons.Read(before.FlagReasons)?.MessageId == messageId ? null : before.FlagReasons,
    };
}
