using System.Text.Json.Nodes;

namespace PoliceSocial.Network;

public sealed partial class AtPerson
{
    private const string Posts = "app.bsky.feed.post";

    /// <summary>Writes a post. Who it names must stand in the text as <c>@handle</c>.</summary>
    public Task<AtPost> PostAsync(string text, CancellationToken ct, params IReadOnlyList<AtPerson> naming) =>
        CreateAsync(Posts, AtRecord.Post(text).Naming(naming), root: null, ct);

    /// <summary>Writes a post that says it was written at another time, as a phone with a wrong clock does.</summary>
    public Task<AtPost> PostAsync(string text, DateTimeOffset at, CancellationToken ct, params IReadOnlyList<AtPerson> naming) =>
        CreateAsync(Posts, AtRecord.Post(text, at).Naming(naming), root: null, ct);

    /// <summary>Writes a post with a picture.</summary>
    public async Task<AtPost> PostAsync(string text, AtPicture picture, CancellationToken ct, params IReadOnlyList<AtPerson> naming) =>
        await CreateAsync(Posts, await WithPictureAsync(AtRecord.Post(text).Naming(naming), picture, ct), root: null, ct);

    /// <summary>Answers a post in public, once it can be seen: nobody answers what they have not read.</summary>
    public async Task<AtPost> ReplyAsync(AtPost to, string text, CancellationToken ct, params IReadOnlyList<AtPerson> naming)
    {
        await SeeAsync(to, ct);
        return await CreateAsync(Posts, AtRecord.Post(text).Naming(naming).Answering(to), to.Root ?? to, ct);
    }

    /// <summary>Answers a post in public with a picture.</summary>
    public async Task<AtPost> ReplyAsync(AtPost to, string text, AtPicture picture, CancellationToken ct)
    {
        await SeeAsync(to, ct);
        return await CreateAsync(Posts, await WithPictureAsync(AtRecord.Post(text).Answering(to), picture, ct), to.Root ?? to, ct);
    }

    /// <summary>Shares a post with words of one's own, once it can be seen.</summary>
    public async Task<AtPost> QuoteAsync(AtPost post, string text, CancellationToken ct)
    {
        await SeeAsync(post, ct);
        return await CreateAsync(Posts, AtRecord.Post(text).Sharing(post), root: null, ct);
    }

    /// <summary>
    /// Waits until a post can be seen. The network indexes different people's posts at once, and an answer that it comes upon before what it
    /// answers is never announced to the author of the latter.
    /// </summary>
    public Task SeeAsync(AtPost post, CancellationToken ct) => Eventually.BeSoAsync(
        async () => (await GetAsync($"app.bsky.feed.getPosts?uris={Uri.EscapeDataString(post.Uri)}", ct))["posts"]!.AsArray().Count == 1,
        "the post in sight", ct);

    /// <summary>Writes a post as a record that the caller made, to test what no app would write.</summary>
    public Task<AtPost> WriteAsync(JsonObject record, CancellationToken ct) => CreateAsync(Posts, record, root: null, ct);

    /// <summary>Changes the text of one's own post and leaves the rest of it as it is.</summary>
    public async Task<AtPost> EditAsync(AtPost post, string text, CancellationToken ct)
    {
        var record = (await ReadAsync(post, ct) ?? throw new InvalidOperationException("The post is gone.")).DeepClone();
        record["text"] = text;
        var changed = await PostAsync("com.atproto.repo.putRecord",
            new JsonObject { ["repo"] = Did, ["collection"] = Posts, ["rkey"] = post.Key, ["record"] = record }, ct);
        return post with { Cid = (string)changed["cid"]! };
    }

    /// <summary>Deletes one's own post.</summary>
    public Task DeleteAsync(AtPost post, CancellationToken ct) =>
        PostAsync("com.atproto.repo.deleteRecord", new JsonObject { ["repo"] = Did, ["collection"] = Posts, ["rkey"] = post.Key }, ct);

    /// <summary>Reads anybody's post as it stands in its author's repository; null where it is not.</summary>
    public async Task<JsonNode?> ReadAsync(AtPost post, CancellationToken ct)
    {
        var author = post.Uri.Split('/')[2];
        var records = await GetAsync($"com.atproto.repo.listRecords?repo={author}&collection={Posts}&limit=100", ct);
        return records["records"]!.AsArray().FirstOrDefault(record => (string)record!["uri"]! == post.Uri)?["value"];
    }

    /// <summary>How many posts and answers with a text stand in this person's repository; does not lag.</summary>
    public async Task<int> CountAsync(string text, CancellationToken ct)
    {
        var records = await GetAsync($"com.atproto.repo.listRecords?repo={Did}&collection={Posts}&limit=100", ct);
        return records["records"]!.AsArray().Count(record => (string?)record!["value"]!["text"] == text);
    }

    /// <summary>Reads an account's posts and answers as its followers see them, newest first; lags the writing by about half a second.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadFeedAsync(AtPerson author, CancellationToken ct)
    {
        var feed = await GetAsync($"app.bsky.feed.getAuthorFeed?actor={author.Did}&limit=100", ct);
        return [.. feed["feed"]!.AsArray().Select(entry => entry!["post"]!)];
    }

    private async Task<JsonObject> WithPictureAsync(JsonObject record, AtPicture picture, CancellationToken ct)
    {
        var uploaded = await AtCall.UploadAsync(_network.Http, picture.Bytes, picture.MediaType, _token, ct);
        record["embed"] = new JsonObject
        {
            ["$type"] = "app.bsky.embed.images",
            ["images"] = new JsonArray(new JsonObject { ["alt"] = picture.AltText, ["image"] = uploaded["blob"]!.DeepClone() }),
        };
        return record;
    }
}
