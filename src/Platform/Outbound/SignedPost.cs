using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Platform.Outbound;

/// <summary>A document posted to a system of the force, signed so that it can tell that we sent it; described in docs/incident-handover.md.</summary>
public static class SignedPost
{
    /// <summary>The fewest characters that a secret may have.</summary>
    public const int ShortestSecret = 16;

    /// <summary>What a receiver computes again over the very bytes it got.</summary>
    public static string Sign(string secret, string timestamp, string body) => Sign(secret, timestamp, Encoding.UTF8.GetBytes(body));

    /// <summary>The same over bytes as they came.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp + "."));
        hash.AppendData(body);
        return "v1=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>https, or http on this very machine.</summary>
    public static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    /// <summary>The request, to be sent once.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="secret">What signs it.</param>
    /// <param name="id">The same for every attempt: the receiver takes it once.</param>
    /// <param name="json">The document.</param>
    /// <param name="at">When; a receiver refuses what is old.</param>
    public static HttpRequestMessage Request(string address, string secret, long id, string json, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", id.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-PoliceSocial-Timestamp", timestamp);
        request.Headers.Add("X-PoliceSocial-Signature", Sign(secret, timestamp, json));
        return request;
    }
}
