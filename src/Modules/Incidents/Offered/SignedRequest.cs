using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Platform.Outbound;

namespace PoliceSocial.Incidents.Offered;

/// <summary>Whether a request comes from whom it says, came just now, and came for the first time.</summary>
internal sealed class SignedRequest(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Signatures that were good, by when their timestamps are too old anyway.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <summary>Why it is not to be trusted; null where it is.</summary>
    public Distrust? Check(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _seen.Where(s => s.Value < now))
            _seen.TryRemove(old.Key, out _);
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || signature is null || timestamp!.Length > 12)
            return Distrust.Unsigned;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SignedPost.Sign(secret, timestamp, body)), Encoding.ASCII.GetBytes(signature)))
            return Distrust.WrongSignature;
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if ((now - at).Duration() > Window)
            return Distrust.TooOld;
        return _seen.TryAdd(signature, at + Window + Window) ? null : Distrust.Repeated;
    }
}

/// <summary>Why a request is not trusted.</summary>
internal enum Distrust
{
    Unsigned = 1,
    WrongSignature = 2,

    /// <summary>Its timestamp is more than five minutes away.</summary>
    TooOld = 3,

    /// <summary>This very request came before: each attempt is signed anew.</summary>
    Repeated = 4,
}
