using System.Net.Http.Headers;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Calls the network's methods as the channel; renews the sign-in once where the network says that it has run out.</summary>
internal sealed class Xrpc(ConnectorContext context, Line line, Sessions sessions, Nonces nonces)
{
    /// <summary>Whose account the channel is.</summary>
    public async Task<Result<string>> DidAsync(CancellationToken ct)
    {
        var session = await sessions.CurrentAsync(ct);
        return session.Failed ? session.Failure : session.Value.Did;
    }

    /// <summary>When the credential ends for good unless a person renews it; null where it does not.</summary>
    public async Task<DateTimeOffset?> EndsAsync(CancellationToken ct) => (await sessions.CurrentAsync(ct)).Value?.Grant?.Ends;

    public Task<Result<Answer>> GetAsync(string method, string query, CancellationToken ct, string? proxy = null) =>
        CallAsync(() => null, HttpMethod.Get, query.Length > 0 ? $"{method}?{query}" : method, proxy, ct);

    public Task<Result<Answer>> PostAsync(string method, ReadOnlyMemory<byte> body, string mediaType, CancellationToken ct, string? proxy = null) =>
        CallAsync(
            () => new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
            HttpMethod.Post, method, proxy, ct);

    private async Task<Result<Answer>> CallAsync(Func<HttpContent?> content, HttpMethod verb, string path, string? proxy, CancellationToken ct)
    {
        var session = await sessions.CurrentAsync(ct);
        for (var renewed = false; !session.Failed; renewed = true)
        {
            var answer = await SendAsync(session.Value, content, verb, path, proxy, ct);
            if (answer.Failed)
                return answer;
            if (Verdict.Of(answer.Value, context.Clock.GetUtcNow()) is not { } failure)
                return answer;
            // The name for bearer tokens, and the name for those that are bound to a key.
            if (renewed || (failure.Trouble != Trouble.Expired && failure.Code != "invalid_token"))
                return failure;
            session = await sessions.RenewAsync(session.Value, ct);
        }
        return session.Failure;
    }

    private async Task<Result<Answer>> SendAsync(
        StoredSession session, Func<HttpContent?> content, HttpMethod verb, string path, string? proxy, CancellationToken ct)
    {
        var address = new Uri(session.Server, $"/xrpc/{path}");
        for (var last = false; ; last = true)
        {
            using var request = new HttpRequestMessage(verb, address) { Content = content() };
            if (proxy is not null)
                request.Headers.Add("atproto-proxy", proxy);
            if (!TryAuthorize(request, session))
                return new Failure(Trouble.SignedOut, "The stored key of the sign-in cannot be read.");
            var answer = await line.SendAsync(request, Names.LongestAnswer, ct);
            if (answer.Failed || !nonces.Take(address, answer.Value) || last)
                return answer;
        }
    }

    private bool TryAuthorize(HttpRequestMessage request, StoredSession session)
    {
        if (session.Grant is not { } grant)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
            return true;
        }
        using var key = ProofKey.TryRead(grant.Key);
        if (key is null)
            return false;
        var address = request.RequestUri!;
        request.Headers.Authorization = new AuthenticationHeaderValue("DPoP", session.AccessToken);
        request.Headers.Add("DPoP", key.Prove(request.Method, address, context.Clock.GetUtcNow(), nonces.For(address), session.AccessToken));
        return true;
    }
}
