using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Looks up who a handle is, and which server holds an account.</summary>
internal sealed class Identities(ConnectorContext context, BlueskySettings settings, Line line)
{
    private const int Remembered = 1_000;
    private readonly ConcurrentDictionary<string, Uri> _servers = new(StringComparer.Ordinal);

    public async Task<Result<string>> FindDidAsync(string handle, CancellationToken ct)
    {
        var address = new Uri(settings.Service, $"/xrpc/com.atproto.identity.resolveHandle?handle={Uri.EscapeDataString(handle)}");
        var answer = await GetAsync(address, ct);
        if (answer.Failed)
            return answer.Failure;
        using var json = Json.TryParse(answer.Value.Body);
        return json is not null && Json.Text(json.RootElement, "did") is { } did && did.StartsWith("did:", StringComparison.Ordinal)
            ? did : new Failure(Trouble.Unreadable, "Bluesky's answer about the handle cannot be read.");
    }

    /// <summary>The server that holds an account's records and files, as the account's own document says.</summary>
    public async Task<Result<Uri>> FindServerAsync(string did, CancellationToken ct)
    {
        if (_servers.TryGetValue(did, out var known))
            return known;
        if (DocumentOf(did) is not { } address)
            return new Failure(Trouble.Refused, "The account's identifier is of a kind that cannot be looked up.");
        var answer = await GetAsync(address, ct);
        if (answer.Failed)
            return answer.Failure;
        using var json = Json.TryParse(answer.Value.Body);
        if (json is null || Json.Text(json.RootElement, "id") != did || ServerIn(json.RootElement) is not { } server)
            return new Failure(Trouble.Unreadable, "The account's document cannot be read.");
        if (_servers.Count >= Remembered)
            _servers.Clear();
        return _servers[did] = server;
    }

    public async Task<Result<Answer>> GetAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await line.SendAsync(request, Names.LongestAnswer, ct);
        return !answer.Failed && Verdict.Of(answer.Value, context.Clock.GetUtcNow()) is { } failure ? failure : answer;
    }

    private Uri? DocumentOf(string did)
    {
        if (did.StartsWith("did:plc:", StringComparison.Ordinal) && did["did:plc:".Length..].All(char.IsAsciiLetterOrDigit))
            return new Uri(settings.Directory, $"/{did}");
        return did.StartsWith("did:web:", StringComparison.Ordinal)
            && Uri.TryCreate($"https://{Uri.UnescapeDataString(did["did:web:".Length..])}/.well-known/did.json", UriKind.Absolute, out var address)
            ? address : null;
    }

    private static Uri? ServerIn(System.Text.Json.JsonElement document)
    {
        foreach (var service in Json.Elements(Json.Member(document, "service")))
        {
            if (Json.Text(service, "id")?.EndsWith("#atproto_pds", StringComparison.Ordinal) == true
                && Uri.TryCreate(Json.Text(service, "serviceEndpoint"), UriKind.Absolute, out var server)
                && server.Scheme is "https" or "http")
            {
                return server;
            }
        }
        return null;
    }
}
