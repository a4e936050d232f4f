using System.Net.Http.Headers;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Calls an authorization server: every form with a proof of possession and, where we have a key of our own, with our name proven.</summary>
internal sealed class TokenCalls(ConnectorContext context, Line line, Nonces nonces)
{
    public const string ClientKeySecret = "clientKey";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public async Task<Result<Answer>> PostAsync(
        Uri endpoint, string issuer, string clientId, ProofKey key, IEnumerable<KeyValuePair<string, string>> form, CancellationToken ct)
    {
        for (var last = false; ; last = true)
        {
            var fields = form.Append(new("client_id", clientId)).Concat(await AssertionAsync(clientId, issuer, ct));
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Add("DPoP", key.Prove(HttpMethod.Post, endpoint, context.Clock.GetUtcNow(), nonces.For(endpoint), accessToken: null));
            var answer = await line.SendAsync(request, Names.LongestAnswer, ct);
            if (answer.Failed)
                return answer;
            if (nonces.Take(endpoint, answer.Value) && !last)
                continue;
            return Verdict.Of(answer.Value, context.Clock.GetUtcNow()) is { } failure ? failure : answer;
        }
    }

    /// <summary>Whether the force's own client is known by a key, and not only by its address.</summary>
    public async Task<bool> IsConfidentialAsync(CancellationToken ct) =>
        await context.Secrets.FindAsync(ClientKeySecret, ct) is { Length: > 0 };

    private async Task<IEnumerable<KeyValuePair<string, string>>> AssertionAsync(string clientId, string issuer, CancellationToken ct)
    {
        if (await context.Secrets.FindAsync(ClientKeySecret, ct) is not { Length: > 0 } text)
            return [];
        using var key = ProofKey.TryRead(text);
        if (key is null)
        {
            context.Log(LogSeverity.Error, "The client key is not a P-256 private key in PEM; asking without it.");
            return [];
        }
        return
        [
            new("client_assertion_type", AssertionType),
            new("client_assertion", key.Assert(clientId, issuer, context.Clock.GetUtcNow())),
        ];
    }
}
