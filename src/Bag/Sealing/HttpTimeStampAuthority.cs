using System.Formats.Asn1;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace PoliceSocial.Bag.Sealing;

/// <summary>Asks a time-stamp authority over HTTP (RFC 3161, section 3.4).</summary>
/// <param name="client">Reaches the authority; its time-out is the longest that an export waits.</param>
/// <param name="address">Where the authority answers.</param>
public sealed class HttpTimeStampAuthority(HttpClient client, Uri address) : ITimeStampAuthority
{
    private const int LongestAnswer = 1 << 20;

    /// <inheritdoc/>
    public async Task<StampOutcome> StampAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromHash(
                SHA512.HashData(data.Span), HashAlgorithmName.SHA512, nonce: RandomNumberGenerator.GetBytes(16), requestSignerCertificates: true);
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
            answer.EnsureSuccessStatusCode();
            var token = request.ProcessResponse(await ReadAsync(answer, ct), out _);
            return new(address.Host, token.AsSignedCms().Encode(), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(address.Host, null, "it did not answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException or IOException or AsnContentException)
        {
            return new(address.Host, null, e.Message);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.Content.Headers.ContentLength > LongestAnswer)
            throw new IOException("its answer is too long");
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        using var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > LongestAnswer)
                throw new IOException("its answer is too long");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
