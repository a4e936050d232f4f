namespace PoliceSocial.Connectors.Sdk;

/// <summary>Writes to the network as the channel.</summary>
public interface IPublish
{
    /// <summary>Reads the limits that hold now, from the network where it publishes them.</summary>
    Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct);

    /// <summary>Counts a text's length as the network counts it (graphemes, weighted characters, bytes). Pure; called while somebody types.</summary>
    int CountLength(string text);

    /// <summary>
    /// Publishes, once. The host has stored the intent before it calls and calls once per <see cref="Outbound.Key"/>; where the
    /// network lets the caller name the post (a record key, an idempotency key) the name is derived from the key, so that even a
    /// second call posts nothing twice. A time-out after the request may have left is <see cref="Outcome{T}.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct);

    /// <summary>
    /// Finds out by reading the network whether an earlier <see cref="PublishAsync"/> took effect. A success whose
    /// <see cref="Sighting.Post"/> is null means: certainly not there, and it can no longer appear by itself.
    /// </summary>
    Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct);

    /// <summary>Deletes a post of the channel. Deleting what is already gone is a success.</summary>
    /// <param name="networkId">As in <see cref="Published.NetworkId"/>.</param>
    /// <param name="ct">Cancels.</param>
    Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct);
}

/// <summary>Something to be published.</summary>
public sealed record Outbound
{
    /// <summary>The host's identifier of the intent: up to 19 digits, growing with time, unique for ever.</summary>
    public required string Key { get; init; }

    /// <summary>Where it goes.</summary>
    public required OutboundKind Kind { get; init; }

    /// <summary>The text, already within the limits.</summary>
    public required string Text { get; init; }

    /// <summary>The languages of the text (BCP 47).</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The message it answers (<see cref="CollectedItem.NetworkId"/>); null for a post of its own.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread it belongs to (<see cref="CollectedItem.ThreadId"/>), or null.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The person a private message goes to (<see cref="NetworkProfile.NetworkId"/>), or null.</summary>
    public string? Recipient { get; init; }

    /// <summary>The <see cref="CollectedItem.ReplyHandle"/> of the message it answers; empty for a post of its own.</summary>
    public string ReplyHandle { get; init; } = "";

    /// <summary>What is attached, in order.</summary>
    public IReadOnlyList<OutboundMedia> Media { get; init; } = [];

    /// <summary>When the intent was stored; used as the time of the post where the network lets the caller say.</summary>
    public required DateTimeOffset IntendedAt { get; init; }
}

/// <summary>Where a publication goes.</summary>
public enum OutboundKind
{
    /// <summary>A post of its own, for everybody.</summary>
    Post,

    /// <summary>An answer in public.</summary>
    PublicReply,

    /// <summary>A message that only its recipient sees.</summary>
    PrivateMessage,
}

/// <summary>A file to be published.</summary>
/// <param name="Bytes">Its bytes, already checked and within the limits.</param>
/// <param name="MediaType">Its type by content.</param>
/// <param name="AltText">Its description for those who cannot see it.</param>
/// <param name="Width">In pixels, 0 where unknown.</param>
/// <param name="Height">In pixels, 0 where unknown.</param>
public sealed record OutboundMedia(ReadOnlyMemory<byte> Bytes, string MediaType, string AltText, int Width = 0, int Height = 0);

/// <summary>The network's word that something is published.</summary>
/// <param name="NetworkId">The network's lasting identifier of the post.</param>
/// <param name="Permalink">Its public address, or null.</param>
/// <param name="NetworkTime">When, as the network says.</param>
/// <param name="Receipt">What the network answered, as bytes, for the record; holds no credential.</param>
/// <param name="ReplyHandle">What a later answer to this post needs; see <see cref="CollectedItem.ReplyHandle"/>.</param>
public sealed record Published(
    string NetworkId, string? Permalink, DateTimeOffset NetworkTime, ReadOnlyMemory<byte> Receipt, string ReplyHandle = "");

/// <summary>What reading the network back showed.</summary>
/// <param name="Post">The post, or null where it is certainly not there.</param>
public sealed record Sighting(Published? Post);

/// <summary>The network's word that something is gone.</summary>
/// <param name="At">When, by the connector's clock.</param>
public sealed record Deleted(DateTimeOffset At);

/// <summary>What may be published on a channel now.</summary>
/// <param name="PostLength">The longest post or public answer, in the network's count; 0 where it takes none.</param>
/// <param name="PrivateLength">The longest private message, in the network's count; 0 where it takes none.</param>
/// <param name="MediaCount">The most files on a post.</param>
/// <param name="MediaBytes">The largest file, in bytes.</param>
/// <param name="MediaTypes">The types it takes.</param>
/// <param name="PrivateWindow">How long after a person's last message the channel may still write to them privately; null for ever.</param>
/// <param name="PrivateUnsolicited">True where the channel can begin a private conversation with somebody who has not written privately.</param>
public sealed record PublishLimits(
    int PostLength, int PrivateLength, int MediaCount, long MediaBytes, IReadOnlyList<string> MediaTypes,
    TimeSpan? PrivateWindow, bool PrivateUnsolicited);
