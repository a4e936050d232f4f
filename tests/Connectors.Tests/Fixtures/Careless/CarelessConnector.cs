using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Careless;

/// <summary>A connector to a book that anybody writes into, with one rule broken on purpose, so that the kit can show that it notices.</summary>
internal sealed class CarelessConnector(ConnectorContext context, string sin) : IConnector, ICollect, IPublish
{
    private string? _reached;

    public async Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct)
    {
        var answer = await AskAsync<ChannelIdentity>(HttpMethod.Get, "me", changes: false, ct);
        if (answer.Failure is not null)
            return answer.Failure;
        return Read(answer.Body) is { ValueKind: JsonValueKind.Object } me
            ? new Outcome<ChannelIdentity>.Success(new ChannelIdentity("1", me.GetProperty("name").GetString()!, "The force"))
            : Broken<ChannelIdentity>(answer.Body);
    }

    public async Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct)
    {
        var place = sin switch { "repeats" => null, "goes on by itself" => _reached ?? after, _ => after };
        var started = context.Clock.GetUtcNow();
        var answer = await AskAsync<CollectedPage>(HttpMethod.Get, $"lines?after={place ?? "0"}", changes: false, ct);
        if (answer.Failure is not null)
            return answer.Failure;
        if (Read(answer.Body) is not { ValueKind: JsonValueKind.Array } lines)
            return Broken<CollectedPage>(answer.Body);
        var items = lines.EnumerateArray().Select(Item).ToList();
        if (sin == "newest first")
            items.Reverse();
        if (items.Count == 0 && patience > TimeSpan.Zero)
            await Task.Delay(patience, context.Clock, sin == "deaf" ? CancellationToken.None : ct);
        _reached = items.Count > 0 ? lines.EnumerateArray().Last().GetProperty("id").GetRawText() : place;
        var exchange = new Exchange("GET https://book.test/lines", 200, "", SHA256.HashData(answer.Body), started, context.Clock.GetUtcNow());
        return new Outcome<CollectedPage>.Success(new CollectedPage(items, [exchange], _reached, More: false));
    }

    public Task<Outcome<MediaContent>> FetchMediaAsync(MediaReference media, long maximum, CancellationToken ct) =>
        Task.FromResult<Outcome<MediaContent>>(new Outcome<MediaContent>.Refused("The book has no pictures."));

    public Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<PublishLimits>>(new Outcome<PublishLimits>.Success(new PublishLimits(100, 0, 0, 0, [], null, false)));

    public int CountLength(string text) => text.Length;

    public async Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct)
    {
        var key = sin == "posts twice" ? Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) : outbound.Key;
        var answer = await AskAsync<Published>(HttpMethod.Put, $"posts/{key}?text={Uri.EscapeDataString(outbound.Text)}", changes: true, ct);
        return answer.Failure ?? new Outcome<Published>.Success(new Published(outbound.Key, null, outbound.IntendedAt, answer.Body));
    }

    public async Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct)
    {
        var answer = await AskAsync<Sighting>(HttpMethod.Get, $"posts/{outbound.Key}", changes: false, ct);
        if (answer.Failure is not null)
            return answer.Failure;
        var post = answer.Body.Length > 0 ? new Published(outbound.Key, null, outbound.IntendedAt, answer.Body) : null;
        return new Outcome<Sighting>.Success(new Sighting(post));
    }

    public async Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct)
    {
        var answer = await AskAsync<Deleted>(HttpMethod.Delete, $"posts/{networkId}", changes: true, ct);
        return answer.Failure ?? new Outcome<Deleted>.Success(new Deleted(context.Clock.GetUtcNow()));
    }

    public ValueTask DisposeAsync()
    {
        if (sin == "lingers")
            GCHandle.Alloc(this);
        return ValueTask.CompletedTask;
    }

    private CollectedItem Item(JsonElement line) => new()
    {
        NetworkId = line.GetProperty("id").GetRawText(),
        Change = ItemChange.Created,
        Kind = ItemKind.Mention,
        Author = new NetworkProfile("2", "stranger", "A stranger"),
        Text = line.GetProperty("text").GetString()!,
        NetworkTime = context.Clock.GetUtcNow(),
        ThreadId = line.GetProperty("id").GetRawText(),
        Raw = sin == "rewrites" ? Encoding.UTF8.GetBytes($"{line.GetProperty("text")} again") : Encoding.UTF8.GetBytes(line.GetRawText()),
        Exchange = 0,
    };

    private async Task<(byte[] Body, Outcome<T>? Failure)> AskAsync<T>(HttpMethod method, string path, bool changes, CancellationToken ct)
    {
        var host = sin == "strays" && path.StartsWith("lines", StringComparison.Ordinal) ? "elsewhere.test" : "book.test";
        using var request = new HttpRequestMessage(method, $"https://{host}/{path}");
        request.Headers.Add("Token", await context.Secrets.FindAsync("token", ct));
        try
        {
            using var answer = await context.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, sin == "deaf" ? CancellationToken.None : ct);
            var body = await answer.Content.ReadAsByteArrayAsync(ct);
            return (body, FailureOf<T>(answer, changes));
        }
        catch (HttpRequestException e) when (host == "elsewhere.test")
        {
            context.Log(LogSeverity.Debug, e.Message);
            return ("[]"u8.ToArray(), null);
        }
        catch (HttpRequestException e)
        {
            var notSent = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            return ([], Lost<T>(changes && !notSent));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ([], Lost<T>(changes));
        }
    }

    private Outcome<T>? FailureOf<T>(HttpResponseMessage answer, bool changes) => answer.StatusCode switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.TooManyRequests => new Outcome<T>.Retry(
            sin == "impatient" ? TimeSpan.FromSeconds(1) : answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromMinutes(1), "Busy."),
        HttpStatusCode.Unauthorized => sin == "hopeful" ? new Outcome<T>.Refused("No.") : new Outcome<T>.Reconnect("Sign in."),
        HttpStatusCode.BadRequest => new Outcome<T>.Refused("No."),
        _ => Lost<T>(changes),
    };

    private Outcome<T> Lost<T>(bool mayHaveActed) => mayHaveActed && sin != "tries again"
        ? new Outcome<T>.OutcomeUnknown("Nobody knows.") : new Outcome<T>.Retry(TimeSpan.FromSeconds(5), "Later.");

    private Outcome<T> Broken<T>(byte[] body) =>
        new Outcome<T>.Broken(string.Create(CultureInfo.InvariantCulture, $"Not understood. {(sin == "tells" ? Encoding.UTF8.GetString(body) : "")}"));

    private static JsonElement Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var isOurs = json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.TryGetProperty("name", out _)
                : json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.EnumerateArray().All(line => line.ValueKind == JsonValueKind.Object);
            return isOurs ? json.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
