using System.Runtime.CompilerServices;
using PoliceSocial.Publishing.Deleting;

namespace PoliceSocial.Publishing.Evidence;

/// <summary>Hands out for evidence what was kept of what we published. Whoever asks puts the reading on record.</summary>
internal sealed class PublishedMaterial(Store<PublishingModule> store) : IPublishedMaterial
{
    private const int AtOnce = 200;

    private static readonly Statement<PublishedRow> Scopes = Statement.Of<PublishedRow>(
        "SELECT Id, ChannelId, ConversationId, NetworkId, Permalink FROM publishing.Delivery WHERE Id IN @ids ORDER BY Id");

    private static readonly Statement<long> Sent = Statement.Of<long>("SELECT Id FROM publishing.Delivery WHERE ConversationId IN @ids");

    private static readonly Statement<ReceiptRow> Receipts = Statement.Of<ReceiptRow>(
        "SELECT DeliveryId, Bytes, Sha256, ReplyHandle, StoredAt FROM publishing.Receipt WHERE DeliveryId IN @ids ORDER BY DeliveryId");

    public async Task<IReadOnlyList<PublishedScope>> FindAsync(IReadOnlyList<long> deliveries, CancellationToken ct) =>
        [.. (await store.QueryAsync(Scopes, new { ids = deliveries }, ct)).Select(d => new PublishedScope(d.Id, d.ChannelId, d.ConversationId))];

    public async Task<IReadOnlyList<long>> OfConversationsAsync(IReadOnlyList<long> conversations, CancellationToken ct) =>
        [.. (await store.QueryAsync(Sent, new { ids = conversations }, ct)).Order()];

    public async IAsyncEnumerable<PublishedOriginal> OriginalsAsync(IReadOnlyList<long> conversations, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var part in (await OfConversationsAsync(conversations, ct)).Chunk(AtOnce))
        {
            var args = new { ids = part };
            var receipts = (await store.QueryAsync(Receipts, args, ct)).ToDictionary(r => r.DeliveryId);
            var captures = (await store.QueryAsync(CaptureRow.OfDeliveries, args, ct)).ToLookup(c => c.DeliveryId);
            foreach (var delivery in await store.QueryAsync(Scopes, args, ct))
            {
                if (receipts.TryGetValue(delivery.Id, out var receipt))
                    yield return Of(delivery, receipt);
                foreach (var kept in captures[delivery.Id])
                    yield return Of(delivery, kept);
            }
        }
    }

    private static PublishedOriginal Of(PublishedRow delivery, ReceiptRow receipt) => new(
        delivery.Id, delivery.Id, false, delivery.NetworkId ?? "", receipt.Bytes, Convert.FromHexString(receipt.Sha256), receipt.StoredAt, delivery.ConversationId ?? 0,
        delivery.ChannelId, delivery.Permalink, "The network's answer to publishing it");

    private static PublishedOriginal Of(PublishedRow delivery, CaptureRow kept) => new(
        kept.Id, delivery.Id, true, kept.NetworkId, kept.Bytes, Convert.FromHexString(kept.Sha256), kept.CapturedAt, delivery.ConversationId ?? 0, delivery.ChannelId,
        kept.Permalink, kept.Shown switch
        {
            Shown.Post => "What the network showed before it was asked to delete it",
            Shown.Nothing => "Before it was to be deleted the network showed nothing of it",
            Shown.Unknown => $"It was deleted without keeping what the network showed: {kept.Why}",
        });

    /// <summary>A delivery as far as evidence needs it.</summary>
    private sealed record PublishedRow
    {
        public required long Id { get; init; }

        public required long ChannelId { get; init; }

        public long? ConversationId { get; init; }

        public string? NetworkId { get; init; }

        public string? Permalink { get; init; }
    }
}
