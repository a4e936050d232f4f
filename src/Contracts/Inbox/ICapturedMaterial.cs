namespace PoliceSocial.Contracts.Inbox;

/// <summary>What the inbox holds of conversations, exactly as it was captured, for evidence. Everything is a stream: a scope may be large.</summary>
public interface ICapturedMaterial
{
    /// <summary>The conversations among these ids that exist.</summary>
    Task<IReadOnlyList<MaterialScope>> FindAsync(IReadOnlyList<long> conversations, CancellationToken ct);

    /// <summary>Puts on record that a person's material is read, before it is read.</summary>
    /// <param name="conversations">Which.</param>
    /// <param name="personId">Who asked for it.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="ct">Cancels.</param>
    Task RecordReadAsync(IReadOnlyList<long> conversations, long personId, string purpose, CancellationToken ct);

    /// <summary>Messages, versions, deletions, replies, notes and deeds of all of them together, in the order in which they reached the force.</summary>
    IAsyncEnumerable<MaterialLine> LinesAsync(IReadOnlyList<long> conversations, CancellationToken ct);

    /// <summary>Every item as received, in order of the exchange that brought it.</summary>
    IAsyncEnumerable<MaterialOriginal> OriginalsAsync(IReadOnlyList<long> conversations, CancellationToken ct);

    /// <summary>Media originals.</summary>
    IAsyncEnumerable<MaterialMedia> MediaAsync(IReadOnlyList<long> conversations, CancellationToken ct);
}

/// <summary>A conversation that may be exported.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="TeamId">The team that it lies with, or null.</param>
/// <param name="Messages">How many messages it has.</param>
public sealed record MaterialScope(long Id, long ChannelId, long? TeamId, int Messages);

/// <summary>What a line of the material is.</summary>
public enum MaterialKind
{
    /// <summary>A message, as first captured.</summary>
    Message = 1,

    /// <summary>A later version of one.</summary>
    Edit = 2,

    /// <summary>A message was taken away on the network.</summary>
    Deletion = 3,

    /// <summary>An answer that staff wrote.</summary>
    Reply = 4,

    /// <summary>An internal note.</summary>
    Note = 5,

    /// <summary>Something that staff or the service did.</summary>
    Deed = 6,
}

/// <summary>One line of the material.</summary>
public sealed record MaterialLine
{
    /// <summary>What it is.</summary>
    public required MaterialKind Kind { get; init; }

    /// <summary>Its own id; ids grow with the time at which the force had it.</summary>
    public required long Id { get; init; }

    /// <summary>The message that it is a version of, or answers, or null.</summary>
    public long? MessageId { get; init; }

    /// <summary>The conversation.</summary>
    public required long ConversationId { get; init; }

    /// <summary>The channel.</summary>
    public required long ChannelId { get; init; }

    /// <summary>The member of the public who wrote it, or null.</summary>
    public long? ContactId { get; init; }

    /// <summary>The member of staff who wrote or did it; 0 for the service; null for what came from a network.</summary>
    public long? ActorId { get; init; }

    /// <summary>True where everybody can read it on the network.</summary>
    public bool IsPublic { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it reached the force, where it came from a network.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The writer's name on the network, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The writer's handle, or empty.</summary>
    public string Handle { get; init; } = "";

    /// <summary>What was written or done.</summary>
    public string Text { get; init; } = "";

    /// <summary>The network's identifier, or empty.</summary>
    public string NetworkId { get; init; } = "";

    /// <summary>The address on the network, or empty.</summary>
    public string Permalink { get; init; } = "";

    /// <summary>SHA-256 of the bytes as received, or empty.</summary>
    public ReadOnlyMemory<byte> Sha256 { get; init; }

    /// <summary>Its attachments.</summary>
    public IReadOnlyList<MaterialAttachment> Attachments { get; init; } = [];
}

/// <summary>An attachment of a message, or a picture of an answer of ours.</summary>
/// <param name="Id">The attachment; below zero for a picture of ours.</param>
/// <param name="Sha256">SHA-256 of its bytes; empty where there are none.</param>
/// <param name="Type">What its bytes are, or are said to be.</param>
/// <param name="AltText">What its author says that it shows.</param>
/// <param name="Problem">Why there are no bytes, or empty.</param>
public sealed record MaterialAttachment(long Id, ReadOnlyMemory<byte> Sha256, string Type, string AltText, string Problem);

/// <summary>An item as received, with the exchange that brought it.</summary>
/// <param name="Id">The item.</param>
/// <param name="MessageId">The message that it is a version of.</param>
/// <param name="ContactId">The member of the public who wrote it, or null.</param>
/// <param name="NetworkId">The network's identifier.</param>
/// <param name="Type">The media type of its bytes.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Sha256">Their SHA-256, as stored on receipt.</param>
/// <param name="ReceivedAt">When it reached the force.</param>
/// <param name="Exchange">The exchange that brought it.</param>
public sealed record MaterialOriginal(
    long Id, long MessageId, long? ContactId, string NetworkId, string Type, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Sha256,
    DateTimeOffset ReceivedAt, MaterialExchange Exchange);

/// <summary>A request to a network, and what is known of its answer.</summary>
/// <param name="Id">The exchange.</param>
/// <param name="Request">The method and address.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Headers">The answer's dating and identifying headers.</param>
/// <param name="Sha256">SHA-256 of the whole answer.</param>
/// <param name="StartedAt">When the request left.</param>
/// <param name="FinishedAt">When the answer was complete.</param>
public sealed record MaterialExchange(
    long Id, string Request, int Status, string Headers, ReadOnlyMemory<byte> Sha256, DateTimeOffset StartedAt, DateTimeOffset FinishedAt)
{
    /// <summary>
    /// What of the answer stands around its items; empty where none is kept. <c>0x01</c>, the first 16 bytes of an item's SHA-256 in
    /// hexadecimal, <c>0x01</c> stands for an item; <c>0x02</c> for what is not kept.
    /// </summary>
    public ReadOnlyMemory<byte> Frame { get; init; }
}

/// <summary>A media original.</summary>
/// <param name="AttachmentId">The attachment.</param>
/// <param name="MessageId">Its message.</param>
/// <param name="ContactId">Who sent it, or null.</param>
/// <param name="Type">What its bytes are.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Open">Opens them; null where the file is missing.</param>
public sealed record MaterialMedia(long AttachmentId, long MessageId, long? ContactId, string Type, ReadOnlyMemory<byte> Sha256, Func<Stream?> Open);
