using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Tokens that a person gave us on the network's own page: traded for the code, and renewed.</summary>
internal sealed class Grants(ConnectorContext context, SessionStore store, TokenCalls calls)
{
    // What the network's servers allow a client that has no key of its own, counted from the person's consent.
    private static readonly TimeSpan PublicClientLifetime = TimeSpan.FromDays(14);

    public async Task<Result<StoredSession>> TradeAsync(PendingGrant pending, string code, CancellationToken ct)
    {
        using var key = ProofKey.TryRead(pending.Key);
        if (key is null)
            return new Failure(Trouble.Refused, "What was kept of this sign-in cannot be read. Begin again.");
        DateTimeOffset? ends = await calls.IsConfidentialAsync(ct) ? null : context.Clock.GetUtcNow() + PublicClientLifetime;
        var grant = new StoredGrant(pending.Issuer, pending.TokenEndpoint, pending.ClientId, pending.Key, ends);
        var answer = await calls.PostAsync(pending.TokenEndpoint, pending.Issuer, pending.ClientId, key,
        [
            new("grant_type", "authorization_code"),
            new("code", code),
            new("redirect_uri", pending.Callback),
            new("code_verifier", pending.Verifier),
        ], ct);
        return answer.Failed ? answer.Failure : await ReadAsync(answer.Value, grant, pending.Server, ct);
    }

    public async Task<Result<StoredSession>> RefreshAsync(StoredSession stored, CancellationToken ct)
    {
        var grant = stored.Grant!;
        using var key = ProofKey.TryRead(grant.Key);
        if (key is null)
            return new Failure(Trouble.SignedOut, "The stored key of the sign-in cannot be read.");
        var answer = await calls.PostAsync(grant.TokenEndpoint, grant.Issuer, grant.ClientId, key,
            [new("grant_type", "refresh_token"), new("refresh_token", stored.RefreshToken)], ct);
        if (answer.Failed)
            return answer.Failure;
        var renewed = await ReadAsync(answer.Value, grant, stored.Server, ct);
        if (renewed.Failed)
            return renewed;
        if (renewed.Value.Did != stored.Did)
            return new Failure(Trouble.SignedOut, "Bluesky renewed the sign-in for another account.");
        await store.SaveAsync(renewed.Value, ct);
        return renewed;
    }

    private async Task<Result<StoredSession>> ReadAsync(Answer answer, StoredGrant grant, Uri server, CancellationToken ct)
    {
        using var json = Json.TryParse(answer.Body);
        if (json is null
            || Json.Text(json.RootElement, "sub") is not { } did || !did.StartsWith("did:", StringComparison.Ordinal)
            || Token.Read(json.RootElement, "access_token") is not { } access
            || Token.Read(json.RootElement, "refresh_token") is not { } refresh
            || !string.Equals(Json.Text(json.RootElement, "token_type"), "DPoP", StringComparison.OrdinalIgnoreCase))
        {
            return new Failure(Trouble.Unreadable, "Bluesky's answer to the sign-in cannot be read.");
        }

        var seconds = Json.Number(json.RootElement, "expires_in") is { } said and > 0 and < 31_536_000 ? said : 300;
        return new StoredSession
        {
            Did = did,
            Server = server,
            AccessToken = access,
            RefreshToken = refresh,
            AccessExpires = context.Clock.GetUtcNow().AddSeconds(seconds),
            Fingerprint = await store.FingerprintAsync(ct),
            Grant = grant,
        };
    }
}
