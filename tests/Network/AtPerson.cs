using System.Text.Json.Nodes;

namespace PoliceSocial.Network;

/// <summary>Somebody with an account on the test network, and what their app would do for them.</summary>
public sealed partial class AtPerson
{
    private readonly AtNetwork _network;
    private readonly string _token;

    internal AtPerson(AtNetwork network, string did, string handle, string password, string token) =>
        (_network, Did, Handle, Password, _token) = (network, did, handle, password, token);

    /// <summary>The account's lasting identifier.</summary>
    public string Did { get; }

    /// <summary>What others address it by, without the @.</summary>
    public string Handle { get; }

    /// <summary>The account's own password, for the network's sign-in page.</summary>
    public string Password { get; }

    /// <summary>Makes a password for one app, as a connector's setting <c>appPassword</c> takes.</summary>
    /// <param name="directMessages">Whether it may also read and write direct messages.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string> MakeAppPasswordAsync(bool directMessages, CancellationToken ct)
    {
        var name = $"app {Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6))}";
        var made = await PostAsync("com.atproto.server.createAppPassword", new JsonObject { ["name"] = name, ["privileged"] = directMessages }, ct);
        return (string)made["password"]!;
    }

    /// <summary>Follows somebody.</summary>
    public Task FollowAsync(AtPerson person, CancellationToken ct) =>
        CreateAsync("app.bsky.graph.follow", AtRecord.Subject("app.bsky.graph.follow", person.Did), root: null, ct);

    /// <summary>Likes a post.</summary>
    public Task LikeAsync(AtPost post, CancellationToken ct) =>
        CreateAsync("app.bsky.feed.like", AtRecord.Subject("app.bsky.feed.like", AtRecord.Reference(post)), root: null, ct);

    /// <summary>Shows the name beside the person's posts.</summary>
    public Task NameAsync(string displayName, CancellationToken ct) =>
        PostAsync("com.atproto.repo.putRecord", new JsonObject
        {
            ["repo"] = Did,
            ["collection"] = "app.bsky.actor.profile",
            ["rkey"] = "self",
            ["record"] = new JsonObject { ["$type"] = "app.bsky.actor.profile", ["displayName"] = displayName },
        }, ct);

    /// <summary>Asks the network anything as this person.</summary>
    /// <param name="method">The method's name and query, for example <c>app.bsky.feed.getPostThread?uri=…</c>.</param>
    /// <param name="ct">Cancels.</param>
    public Task<JsonNode> AskAsync(string method, CancellationToken ct) => GetAsync(method, ct);

    private async Task<AtPost> CreateAsync(string collection, JsonObject record, AtPost? root, CancellationToken ct)
    {
        var made = await PostAsync(
            "com.atproto.repo.createRecord", new JsonObject { ["repo"] = Did, ["collection"] = collection, ["record"] = record }, ct);
        return new AtPost((string)made["uri"]!, (string)made["cid"]!, root);
    }

    private Task<JsonNode> PostAsync(string method, JsonObject body, CancellationToken ct, string? proxy = null) =>
        AtCall.PostAsync(_network.Http, method, body, _token, proxy, ct);

    private Task<JsonNode> GetAsync(string method, CancellationToken ct, string? proxy = null) =>
        AtCall.GetAsync(_network.Http, method, _token, proxy, ct);
}
