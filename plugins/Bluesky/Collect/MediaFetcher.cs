using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// Fetches a file from the server of whoever posted it, byte for byte as posted, which its name proves. Where that server is not one that
/// this connector may reach, a picture comes from Bluesky's own copies, which are re-encoded.
/// </summary>
internal sealed class MediaFetcher(ConnectorContext context, Identities identities, Line line)
{
    private const string Copies = "https://cdn.bsky.app/img/feed_fullsize/plain/";

    public async Task<Outcome<MediaContent>> FetchAsync(MediaReference media, long maximum, CancellationToken ct)
    {
        if (BlobName.TryRead(media.Reference) is not { } blob)
            return new Outcome<MediaContent>.Refused("This attachment's reference is not one of Bluesky's.");
        var original = await FetchOriginalAsync(blob, maximum, ct);
        if (original.Failure is { Trouble: Trouble.TooLarge })
            return TooLarge(maximum);
        if (!original.Failed)
        {
            return IsWhatItsNameSays(blob, original.Value)
                ? Content(original.Value, media)
                : new Outcome<MediaContent>.Broken("The attachment's bytes are not those that were posted.");
        }

        if (!media.MediaType.StartsWith("image/", StringComparison.Ordinal))
            return original.Failure.ToReading<MediaContent>();
        var copy = await GetAsync(new Uri($"{Copies}{blob.Did}/{blob.Cid}"), maximum, ct);
        if (copy.Failure is { Trouble: Trouble.TooLarge })
            return TooLarge(maximum);
        if (copy.Failed)
            return original.Failure.ToReading<MediaContent>();
        context.Log(LogSeverity.Information, "A picture was fetched from Bluesky's copies: its author's server is out of reach.");
        return Content(copy.Value, media);
    }

    private async Task<Result<Answer>> FetchOriginalAsync(BlobName blob, long maximum, CancellationToken ct)
    {
        var server = await identities.FindServerAsync(blob.Did, ct);
        if (server.Failed)
            return server.Failure;
        var query = $"did={Uri.EscapeDataString(blob.Did)}&cid={Uri.EscapeDataString(blob.Cid)}";
        return await GetAsync(new Uri(server.Value, $"/xrpc/com.atproto.sync.getBlob?{query}"), maximum, ct);
    }

    private async Task<Result<Answer>> GetAsync(Uri address, long maximum, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await line.SendAsync(request, maximum, ct);
        return !answer.Failed && Verdict.Of(answer.Value, context.Clock.GetUtcNow()) is { } failure ? failure : answer;
    }

    private static Outcome<MediaContent> TooLarge(long maximum) =>
        new Outcome<MediaContent>.Refused($"The attachment is larger than {maximum} bytes.");

    private static Outcome<MediaContent> Content(Answer answer, MediaReference media) =>
        new Outcome<MediaContent>.Success(new MediaContent(answer.Body, answer.MediaType.Length > 0 ? answer.MediaType : media.MediaType));

    private static bool IsWhatItsNameSays(BlobName blob, Answer answer) =>
        ContentName.Digest(blob.Cid) is not { } digest || digest.SequenceEqual(SHA256.HashData(answer.Body.Span));
}
