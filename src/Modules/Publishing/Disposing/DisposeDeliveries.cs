using PoliceSocial.Contracts.Evidence;

namespace PoliceSocial.Publishing.Disposing;

/// <summary>Erases what was sent in conversations that are disposed of; what became of each delivery, and its receipt's hash, stay.</summary>
internal sealed class DisposeDeliveries(Store<PublishingModule> store, ActFactory acts) : IDisposeOfRecords
{
    public static readonly ActKind Kind = new("publishing.dispose");

    private const string Own = "IN (SELECT d.Id FROM publishing.Delivery AS d WHERE d.ConversationId IN @conversations)";

    private static readonly Statement<int> Unended = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM publishing.Delivery WHERE ConversationId IN @conversations AND State NOT IN (@sent, @refused)");

    private static readonly Statement Receipts = Statement.Of($"UPDATE publishing.Receipt SET Bytes = @nothing, ReplyHandle = @empty WHERE (ReplyHandle <> @empty OR Bytes <> @nothing) AND DeliveryId {Own}");

    private static readonly Statement Steps = Statement.Of($"UPDATE publishing.Step SET Detail = NULL WHERE Detail IS NOT NULL AND DeliveryId {Own}");

    private static readonly Statement Deletions = Statement.Of($"UPDATE publishing.Deletion SET NetworkId = @empty, Reason = @empty, Why = NULL WHERE Reason <> @empty AND DeliveryId {Own}");

    private static readonly Statement Captures = Statement.Of(
        $"UPDATE publishing.Capture SET Text = @empty, Pictures = @empty, NetworkId = @empty, Permalink = NULL, Bytes = @nothing, Why = NULL WHERE NetworkId <> @empty AND DeliveryId {Own}");

    private static readonly Statement Deliveries = Statement.Of(
        """
        UPDATE publishing.Delivery
        SET Text = @empty, InReplyTo = NULL, ThreadId = NULL, Recipient = NULL, ReplyHandle = @empty, Why = NULL, NetworkId = NULL, Permalink = NULL, Version = Version + 1
        WHERE ConversationId IN @conversations AND (Text <> @empty OR ReplyHandle <> @empty OR Recipient IS NOT NULL OR Permalink IS NOT NULL)
        """);

    public string Module => "publishing";

    public int Turn => 20;

    public async Task<string?> WhyNotAsync(RecordsToDispose records, CancellationToken ct)
    {
        foreach (var conversations in records.Conversations.Chunk(500))
        {
            if (await store.FindAsync(Unended, new { conversations, sent = DeliveryState.Sent, refused = DeliveryState.Refused }, ct) > 0)
                return "An answer in it is still going out, or nobody knows yet what became of it.";
        }

        return null;
    }

    public async Task<DisposedPart> DisposeAsync(DisposalOrder order, CancellationToken ct)
    {
        if (order.NetworkContentOnly || order.Records.Conversations.Count == 0)
            return new(0, 0);
        var args = new { conversations = order.Records.Conversations, empty = "", nothing = Array.Empty<byte>() };
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var rows = 0;
        foreach (var statement in new[] { Receipts, Steps, Deletions, Captures, Deliveries })
            rows += await session.ExecuteAsync(statement, args, ct);
        if (rows == 0)
            return new(0, 0);
        session.Raise(new DeliveriesDisposed(order.Id, rows));
        await session.CommitAsync(ct);
        return new(rows, 0);
    }

    public Task LeaveNoTraceAsync(CancellationToken ct) => store.LeaveNoTraceAsync(ct);
}
