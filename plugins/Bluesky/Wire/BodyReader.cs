namespace PoliceSocial.Bluesky;

/// <summary>Reads a body up to a limit, without believing what it says of its length.</summary>
internal static class BodyReader
{
    /// <summary>Reads all of it; null where it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, long maximum, CancellationToken ct)
    {
        if (content.Headers.ContentLength > maximum)
            return null;
        using var all = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (all.Length + read > maximum)
                return null;
            all.Write(buffer, 0, read);
        }
        return all.ToArray();
    }
}
