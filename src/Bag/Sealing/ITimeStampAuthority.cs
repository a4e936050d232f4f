namespace PoliceSocial.Bag.Sealing;

/// <summary>An authority that stamps the time (RFC 3161).</summary>
public interface ITimeStampAuthority
{
    /// <summary>Asks for a stamp over data. It throws nothing but cancellation: an authority that does not answer is an outcome.</summary>
    /// <param name="data">What is stamped; only its hash leaves the force.</param>
    /// <param name="ct">Cancels.</param>
    Task<StampOutcome> StampAsync(ReadOnlyMemory<byte> data, CancellationToken ct);
}

/// <summary>What an authority answered.</summary>
/// <param name="Authority">Its name or address.</param>
/// <param name="Token">The token (DER); null where there is none.</param>
/// <param name="Problem">Why there is none, or null.</param>
public sealed record StampOutcome(string Authority, byte[]? Token, string? Problem);
