using System.Security.Cryptography;

namespace PoliceSocial.Publishing.Model;

/// <summary>What the network answered when it published something, as bytes, for the record.</summary>
internal sealed record ReceiptRow
{
    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO publishing.Receipt (DeliveryId, Bytes, Sha256, ReplyHandle, StoredAt)
        SELECT @DeliveryId, @Bytes, @Sha256, @ReplyHandle, @StoredAt
        WHERE NOT EXISTS (SELECT 1 FROM publishing.Receipt WHERE DeliveryId = @DeliveryId)
        """);

    public static readonly Statement<ReceiptRow> OfDelivery = Statement.Of<ReceiptRow>(
        "SELECT DeliveryId, Bytes, Sha256, ReplyHandle, StoredAt FROM publishing.Receipt WHERE DeliveryId = @deliveryId");

    public required long DeliveryId { get; init; }

    public required byte[] Bytes { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>What a later answer to this post needs.</summary>
    public required string ReplyHandle { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    public static ReceiptRow Of(long deliveryId, Published post, DateTimeOffset at) => new()
    {
        DeliveryId = deliveryId,
        Bytes = post.Receipt.ToArray(),
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(post.Receipt.Span)),
        ReplyHandle = post.ReplyHandle,
        StoredAt = at,
    };
}
