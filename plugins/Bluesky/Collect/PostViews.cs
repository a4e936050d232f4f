using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Posts as they stand now, with the exchange that showed them.</summary>
internal sealed record PostPage(IReadOnlyDictionary<string, ReadPost> Posts, Exchange Exchange)
{
    public ReadPost? Find(string uri) => Posts.GetValueOrDefault(uri);
}

/// <summary>Reads posts by their addresses.</summary>
internal sealed class PostViews(Xrpc xrpc)
{
    /// <summary>The most that the network reads at once.</summary>
    public const int BatchSize = 25;

    public async Task<Result<PostPage>> ReadAsync(IReadOnlyList<string> uris, CancellationToken ct)
    {
        var known = uris.Where(uri => Names.Parts(uri) is not null).Select(uri => $"uris={Uri.EscapeDataString(uri)}");
        var answer = await xrpc.GetAsync("app.bsky.feed.getPosts", string.Join('&', known), ct);
        if (answer.Failed)
            return answer.Failure;
        using var json = Json.TryParse(answer.Value.Body);
        if (json is null || Json.Member(json.RootElement, "posts").ValueKind != JsonValueKind.Array)
            return new Failure(Trouble.Unreadable, "Bluesky's answer about posts cannot be read.");
        var posts = new Dictionary<string, ReadPost>(StringComparer.Ordinal);
        foreach (var view in Json.Elements(Json.Member(json.RootElement, "posts")))
        {
            var post = ReadPost.Read(view);
            posts[post.Uri] = post;
        }
        return new PostPage(posts, answer.Value.Exchange);
    }
}
