using System.Collections.Concurrent;

namespace PoliceSocial.Bluesky;

/// <summary>The nonce that each server last asked us to use in proofs of possession.</summary>
internal sealed class Nonces
{
    private readonly ConcurrentDictionary<string, string> _byServer = new(StringComparer.OrdinalIgnoreCase);

    public string? For(Uri address) => _byServer.GetValueOrDefault(address.Authority);

    /// <summary>Takes a nonce from an answer; true where the answer says that the request failed for want of it.</summary>
    public bool Take(Uri address, Answer answer)
    {
        if (answer.Header("DPoP-Nonce") is not { Length: > 0 and < 1024 } nonce)
            return false;
        _byServer[address.Authority] = nonce;
        return answer.Status is 400 or 401
            && (NetworkError.Read(answer.Body).Name == "use_dpop_nonce"
                || answer.Header("WWW-Authenticate")?.Contains("use_dpop_nonce", StringComparison.Ordinal) == true);
    }
}
