using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>
/// A stand-in for the network that keeps state: one account, what people wrote to it, what it published. It answers as the network does,
/// its oddities included, and is there for the faults that a real server cannot be asked to make.
/// </summary>
internal sealed partial class FakeBluesky : HttpMessageHandler
{
    public const string Did = "did:plc:channelchannelchannelcha";
    public const string Handle = "force.test";
    public const string Password = "abcd-efgh-ijkl-mnop";
    private const string Stranger = "did:plc:strangerstrangerstranger";
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _notifications = [];
    private readonly Dictionary<string, JsonObject> _records = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _log = [];
    private readonly Dictionary<string, JsonObject> _shown = new(StringComparer.Ordinal);
    private int _number;
    private int _sessions;

    /// <summary>How often somebody signed in with the password, which the network allows thirty times in five minutes.</summary>
    public int SignIns { get; private set; }

    /// <summary>How often the tokens were renewed.</summary>
    public int Renewals { get; private set; }

    /// <summary>How long an access token is good for.</summary>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The access token that is good now.</summary>
    public string Token { get; private set; } = "";

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public void Mention(string text, DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            var time = at ?? Clock.GetUtcNow().AddMilliseconds(_number);
            var record = new JsonObject { ["$type"] = "app.bsky.feed.post", ["text"] = text, ["createdAt"] = Time(time) };
            _notifications.Add(new JsonObject
            {
                ["uri"] = $"at://{Stranger}/app.bsky.feed.post/{++_number}",
                ["cid"] = $"bafyversion{++_number}",
                ["author"] = new JsonObject { ["did"] = Stranger, ["handle"] = "stranger.test", ["displayName"] = "A stranger" },
                ["reason"] = "mention",
                ["record"] = record,
                ["isRead"] = false,
                ["indexedAt"] = Time(time),
            });
        }
    }

    /// <summary>Somebody writes now and claims that it was long ago; the network sorts it where they claim.</summary>
    public void Backdate(string text, DateTimeOffset claimed)
    {
        var key = PoliceSocial.Bluesky.RecordKey.Of(new() { Key = $"{++_number}", Kind = Sdk.OutboundKind.Post, Text = "", IntendedAt = Clock.GetUtcNow().AddSeconds(-5) });
        Notify(Notification($"at://{Stranger}/app.bsky.feed.post/{key}", "mention", new() { ["text"] = text, ["createdAt"] = Time(claimed) }, claimed));
    }

    /// <summary>Somebody shares a post with words of their own.</summary>
    public void Quote(string text, string uri)
    {
        var embed = new JsonObject { ["$type"] = "app.bsky.embed.record", ["record"] = new JsonObject { ["uri"] = uri, ["cid"] = "bafyquoted" } };
        var now = Clock.GetUtcNow();
        Notify(Notification($"at://{Stranger}/app.bsky.feed.post/{++_number}", "quote", new() { ["text"] = text, ["createdAt"] = Time(now), ["embed"] = embed }, now));
    }

    /// <summary>A post of the channel that the network shows by its address.</summary>
    public string Show(string text)
    {
        var uri = $"at://{Did}/app.bsky.feed.post/{++_number}";
        lock (_gate)
        {
            _shown[uri] = new JsonObject
            {
                ["uri"] = uri,
                ["cid"] = "bafyquoted",
                ["author"] = new JsonObject { ["did"] = Did, ["handle"] = Handle },
                ["record"] = new JsonObject { ["text"] = text, ["createdAt"] = Time(Clock.GetUtcNow()) },
                ["indexedAt"] = Time(Clock.GetUtcNow()),
            };
        }

        return uri;
    }

    /// <summary>Adds a notification that is not what it should be.</summary>
    public void Notify(JsonObject notification)
    {
        lock (_gate)
            _notifications.Add(notification);
    }

    public int Count(string text)
    {
        lock (_gate)
            return _records.Values.Count(record => (string?)record["text"] == text);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var method = request.RequestUri!.AbsolutePath.Split('/')[^1];
        var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
        var bearer = request.Headers.Authorization?.Parameter ?? "";
        lock (_gate)
            return Answer(method, query, body, bearer);
    }

    private HttpResponseMessage Answer(string method, NameValueCollection query, byte[] body, string bearer) => method switch
    {
        "com.atproto.server.createSession" => SignIn(body),
        "com.atproto.server.refreshSession" => Renew(bearer),
        _ when bearer != Token => Error("InvalidToken", "Token could not be verified"),
        _ when ExpiresAt(bearer) <= Clock.GetUtcNow() => Error("ExpiredToken", "Token has expired"),
        "com.atproto.server.getSession" => Ok(new JsonObject { ["did"] = Did, ["handle"] = Handle, ["active"] = true }),
        "app.bsky.actor.getProfile" => Ok(new JsonObject { ["did"] = Did, ["handle"] = Handle, ["displayName"] = "The force" }),
        "app.bsky.notification.listNotifications" => ListNotifications(query),
        "app.bsky.feed.getPosts" => GetPosts(query),
        "com.atproto.repo.getRecord" => GetRecord(query),
        "com.atproto.repo.putRecord" => PutRecord(JsonNode.Parse(body)!),
        "com.atproto.repo.deleteRecord" => DeleteRecord(JsonNode.Parse(body)!),
        "chat.bsky.convo.getLog" => GetLog(query),
        "chat.bsky.convo.listConvos" => Ok(new JsonObject { ["convos"] = new JsonArray() }),
        _ => Error("MethodNotImplemented", "Method Not Implemented", HttpStatusCode.NotImplemented),
    };

    private static JsonObject Notification(string uri, string reason, JsonObject record, DateTimeOffset sorted) => new()
    {
        ["uri"] = uri,
        ["cid"] = $"bafy{uri[^6..]}",
        ["author"] = new JsonObject { ["did"] = Stranger, ["handle"] = "stranger.test", ["displayName"] = "A stranger" },
        ["reason"] = reason,
        ["record"] = record,
        ["isRead"] = false,
        ["indexedAt"] = Time(sorted),
    };

    private static HttpResponseMessage Ok(JsonNode body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Error(string name, string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new(status) { Content = new StringContent(new JsonObject { ["error"] = name, ["message"] = message }.ToJsonString()) };

    private static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
