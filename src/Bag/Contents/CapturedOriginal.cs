namespace PoliceSocial.Bag.Contents;

/// <summary>An item exactly as it stood in a network's answer.</summary>
/// <param name="Id">The item.</param>
/// <param name="NetworkId">The network's identifier.</param>
/// <param name="Type">The media type of its bytes.</param>
/// <param name="Bytes">The bytes as received.</param>
/// <param name="Sha256">Their SHA-256 as it was stored on receipt.</param>
/// <param name="ReceivedAt">When they reached the force.</param>
/// <param name="Exchange">The exchange that brought them.</param>
public sealed record CapturedOriginal(
    long Id, string NetworkId, string Type, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Sha256, DateTimeOffset ReceivedAt, CapturedExchange Exchange);

/// <summary>A request to a network and what is known of its answer.</summary>
/// <param name="Id">The exchange.</param>
/// <param name="Request">The method and address.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Headers">The answer's headers that date or identify it, a line each.</param>
/// <param name="Sha256">SHA-256 of the whole answer as received; empty where it would tell of what was removed.</param>
/// <param name="Started">When the request left.</param>
/// <param name="Finished">When the answer was complete.</param>
public sealed record CapturedExchange(
    long Id, string Request, int Status, string Headers, ReadOnlyMemory<byte> Sha256, DateTimeOffset Started, DateTimeOffset Finished)
{
    /// <summary>What it is, in words, where it is no exchange that brought messages; empty otherwise.</summary>
    public string Said { get; init; } = "";

    /// <summary>
    /// The answer with its items, and what is not kept of it, cut out; empty where none is kept. <c>0x01</c>, the first 16 bytes of an
    /// item's SHA-256 in hexadecimal, <c>0x01</c> stands for that item; <c>0x02</c> for what is not kept.
    /// </summary>
    public ReadOnlyMemory<byte> Frame { get; init; }

    /// <summary>The media type of the answer.</summary>
    public string Type { get; init; } = "application/json";
}
