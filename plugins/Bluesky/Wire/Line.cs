using System.Net.Http.Headers;
using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Sends requests and reads answers whole, up to a limit; says what became of those that were not answered.</summary>
internal sealed class Line(HttpClient http, TimeProvider clock, Action<ChannelSign> report)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] DatingHeaders = ["Date", "ETag", "X-Request-Id", "Atproto-Repo-Rev"];
    private readonly RateBudget _budget = new(clock, report);

    public async Task<Result<Answer>> SendAsync(HttpRequestMessage request, long maximum, CancellationToken ct)
    {
        var host = request.RequestUri!.Host;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            var started = clock.GetUtcNow();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BodyReader.ReadAsync(response.Content, maximum, either.Token);
            if (body is null)
                return new Failure(Trouble.TooLarge, $"{host} answered more than {maximum} bytes.");
            var answer = Understand(request, response, body, started);
            _budget.Notice(answer);
            return answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Failure(Trouble.Lost, $"{host} did not answer in time.");
        }
        catch (HttpRequestException e)
        {
            return HasNotLeft(e)
                ? new Failure(Trouble.NotSent, $"{host} could not be reached.")
                : new Failure(Trouble.Lost, $"The connection to {host} broke off.");
        }
        catch (IOException)
        {
            return new Failure(Trouble.Lost, $"The connection to {host} broke off.");
        }
    }

    private static bool HasNotLeft(HttpRequestException e) => e.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError or HttpRequestError.ConfigurationLimitExceeded;

    private Answer Understand(HttpRequestMessage request, HttpResponseMessage response, byte[] body, DateTimeOffset started)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(headers, response.Headers.NonValidated);
        Add(headers, response.Content.Headers.NonValidated);
        var exchange = new Exchange(
            $"{request.Method} {request.RequestUri}", (int)response.StatusCode, Dating(headers), SHA256.HashData(body), started, clock.GetUtcNow())
        { Body = body };
        var mediaType = headers.GetValueOrDefault("Content-Type", "").Split(';')[0].Trim();
        return new Answer((int)response.StatusCode, body, mediaType, headers, exchange);
    }

    private static void Add(Dictionary<string, string> headers, HttpHeadersNonValidated more)
    {
        foreach (var (name, values) in more)
            headers[name] = values.ToString();
    }

    private static string Dating(Dictionary<string, string> headers) =>
        string.Join('\n', DatingHeaders.Where(headers.ContainsKey).Select(name => $"{name}: {headers[name]}"));
}
