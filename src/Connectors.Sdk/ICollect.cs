namespace PoliceSocial.Connectors.Sdk;

/// <summary>Fetches what people wrote to the channel.</summary>
public interface ICollect
{
    /// <summary>
    /// Fetches what happened after a place, oldest first. The host stores the page durably together with its
    /// <see cref="CollectedPage.Next"/> before it asks again, and asks again from the same place after any failure: a page may
    /// be handed over twice, but nothing may ever be passed over.
    /// </summary>
    /// <param name="after">Where the last stored page ended; null on the channel's first day.</param>
    /// <param name="patience">How long the call may wait for something new before it answers an empty page.</param>
    /// <param name="ct">Cancels; the call ends within a second.</param>
    Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct);

    /// <summary>Fetches the bytes of an attachment.</summary>
    /// <param name="media">As it stood in the item.</param>
    /// <param name="maximum">The most bytes to read; a longer one is <see cref="Outcome{T}.Refused"/>.</param>
    /// <param name="ct">Cancels; the call ends within a second.</param>
    Task<Outcome<MediaContent>> FetchMediaAsync(MediaReference media, long maximum, CancellationToken ct);
}

/// <summary>One page of what a network handed over.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Exchanges">The requests and answers that the items were read from.</param>
/// <param name="Next">Where to go on; opaque to the host, at most 4,000 characters.</param>
/// <param name="More">True where the network already holds more; the host then asks again at once.</param>
public sealed record CollectedPage(
    IReadOnlyList<CollectedItem> Items, IReadOnlyList<Exchange> Exchanges, string? Next, bool More);

/// <summary>A request to a network and its answer, as evidence of where an item came from. Holds no credential.</summary>
/// <param name="Request">The method and address, for example <c>GET https://…</c>; secrets in the query replaced by <c>***</c>.</param>
/// <param name="Status">The answer's status code; 0 where the network does not speak HTTP.</param>
/// <param name="Headers">The answer's headers that date or identify it (<c>Date</c>, request ids), one <c>Name: value</c> a line.</param>
/// <param name="Sha256">SHA-256 of the whole answer's body as received, 32 bytes.</param>
/// <param name="Started">When the request left, by <see cref="ConnectorContext.Clock"/>.</param>
/// <param name="Finished">When the answer was complete.</param>
public sealed record Exchange(
    string Request, int Status, string Headers, ReadOnlyMemory<byte> Sha256, DateTimeOffset Started, DateTimeOffset Finished)
{
    /// <summary>
    /// The whole answer's body as received, over which <see cref="Sha256"/> is; empty where it is not at hand. The host keeps of it what
    /// stands around the items, so that evidence can show the answer; other people's things in it, and what opens an account, are not kept.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}

/// <summary>One thing that a person did towards the channel, as the network told it.</summary>
public sealed record CollectedItem
{
    /// <summary>The network's lasting identifier of the message; the same for every version of it.</summary>
    public required string NetworkId { get; init; }

    /// <summary>The network's identifier of this version (a CID, an edit id); with <see cref="NetworkId"/> and <see cref="Change"/> it makes the item unique. Empty where the network has none.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>Whether the message was written, edited or deleted.</summary>
    public required ItemChange Change { get; init; }

    /// <summary>What sort of message it is.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>Who wrote it.</summary>
    public required NetworkProfile Author { get; init; }

    /// <summary>True where the channel itself wrote it, here or with another tool.</summary>
    public bool FromChannel { get; init; }

    /// <summary>For a private message that the channel wrote: the person it went to, where the network says. Else null.</summary>
    public NetworkProfile? Recipient { get; init; }

    /// <summary>The text as the author wrote it, not escaped, not trimmed. Empty for a deletion.</summary>
    public required string Text { get; init; }

    /// <summary>The language the author or network declared (BCP 47), or null.</summary>
    public string? Language { get; init; }

    /// <summary>When it happened, as the network says. Not to be trusted for order: authors can set it on some networks.</summary>
    public required DateTimeOffset NetworkTime { get; init; }

    /// <summary>
    /// The network's identifier of the thread: the root post of a public thread, the conversation of private messages. A private
    /// thread is one conversation; under a public post each person who writes has a conversation of their own.
    /// </summary>
    public required string ThreadId { get; init; }

    /// <summary>The message that this one answers, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The post at the thread's root, where it is known and is not this message itself; for a quote, the post that it shares.</summary>
    public NetworkPost? OnPost { get; init; }

    /// <summary>The public address of the message, or null.</summary>
    public string? Permalink { get; init; }

    /// <summary>What is attached.</summary>
    public IReadOnlyList<MediaReference> Media { get; init; } = [];

    /// <summary>
    /// What a reply needs to be given back by the host, opaque to it (the CIDs of parent and root, say); at most 4,000 characters.
    /// </summary>
    public string ReplyHandle { get; init; } = "";

    /// <summary>The bytes of the item exactly as they stood in the answer: the slice of the body, not a re-serialisation.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The media type of <see cref="Raw"/>, for example <c>application/json</c>.</summary>
    public string RawType { get; init; } = "application/json";

    /// <summary>Which of the page's <see cref="CollectedPage.Exchanges"/> it was read from.</summary>
    public required int Exchange { get; init; }
}

/// <summary>What happened to a message.</summary>
public enum ItemChange
{
    /// <summary>It was written.</summary>
    Created,

    /// <summary>Its author changed it; the item holds the new version.</summary>
    Edited,

    /// <summary>Its author, or the network, took it away.</summary>
    Deleted,
}

/// <summary>The sort of a message. Everything but <see cref="PrivateMessage"/> is public.</summary>
public enum ItemKind
{
    /// <summary>A public answer in a thread under a post of the channel.</summary>
    Comment,

    /// <summary>A public post that names the channel.</summary>
    Mention,

    /// <summary>A public post that shares one of the channel's with words of its own.</summary>
    Quote,

    /// <summary>A message that only the channel and its author see.</summary>
    PrivateMessage,
}

/// <summary>A person's or organisation's account on a network, as it was when it wrote.</summary>
/// <param name="NetworkId">The network's lasting identifier.</param>
/// <param name="Handle">What people address it by, without a leading @.</param>
/// <param name="DisplayName">The name shown; chosen by the person, may be empty, may hold anything.</param>
public sealed record NetworkProfile(string NetworkId, string Handle, string DisplayName);

/// <summary>A post on the network that a message belongs to.</summary>
/// <param name="NetworkId">The network's lasting identifier.</param>
/// <param name="Text">Its text as far as known; may be empty.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="FromChannel">True where the channel wrote it.</param>
/// <param name="NetworkTime">When it was written, or null where unknown.</param>
/// <param name="Permalink">Its public address, or null.</param>
public sealed record NetworkPost(
    string NetworkId, string Text, NetworkProfile Author, bool FromChannel, DateTimeOffset? NetworkTime = null, string? Permalink = null);

/// <summary>An attachment that can be fetched.</summary>
/// <param name="Reference">What <see cref="ICollect.FetchMediaAsync"/> needs to find it: an address or an identifier.</param>
/// <param name="MediaType">What the network claims it is (<c>image/jpeg</c>); the host checks the bytes.</param>
/// <param name="AltText">The author's description; may be empty.</param>
/// <param name="Bytes">The size the network claims, or null.</param>
public sealed record MediaReference(string Reference, string MediaType, string AltText, long? Bytes = null);

/// <summary>The bytes of an attachment as received.</summary>
/// <param name="Bytes">All of them.</param>
/// <param name="MediaType">What the answer claimed it is.</param>
public sealed record MediaContent(ReadOnlyMemory<byte> Bytes, string MediaType);
