namespace PoliceSocial.Contracts.Publishing;

/// <summary>What we published, as evidence: what was sent, what the network answered, and what it showed before something was deleted.</summary>
public interface IPublishedMaterial
{
    /// <summary>The posts and answers among these deliveries that exist.</summary>
    Task<IReadOnlyList<PublishedScope>> FindAsync(IReadOnlyList<long> deliveries, CancellationToken ct);

    /// <summary>What was kept of all that was sent in these conversations, in the order in which it was asked for. A stream: there may be much of it.</summary>
    IAsyncEnumerable<PublishedOriginal> OriginalsAsync(IReadOnlyList<long> conversations, CancellationToken ct);

    /// <summary>The ids of all that was sent in these conversations.</summary>
    Task<IReadOnlyList<long>> OfConversationsAsync(IReadOnlyList<long> conversations, CancellationToken ct);
}

/// <summary>A post or answer of ours that may be marked as an exhibit.</summary>
/// <param name="DeliveryId">The delivery; the same id as the reply it was asked for by.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="ConversationId">The conversation it answers in, or null.</param>
public sealed record PublishedScope(long DeliveryId, long ChannelId, long? ConversationId);

/// <summary>What a network said or showed of something that we published, as received.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="BeforeDeletion">True where it is what the network showed before it was asked to delete it; false where it is the answer to publishing.</param>
/// <param name="NetworkId">The network's identifier of the post.</param>
/// <param name="Bytes">The bytes as received.</param>
/// <param name="Sha256">Their SHA-256, as it was stored on receipt.</param>
/// <param name="At">When they were received.</param>
/// <param name="ConversationId">The conversation it answers in.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="Permalink">Its address on the network, or null.</param>
/// <param name="Said">What became of it, in words.</param>
public sealed record PublishedOriginal(
    long Id, long DeliveryId, bool BeforeDeletion, string NetworkId, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Sha256, DateTimeOffset At, long ConversationId,
    long ChannelId, string? Permalink, string Said);
