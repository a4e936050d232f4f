using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Begins signing in on the network's own page: everything is pushed to the server first, the browser only carries a ticket.</summary>
internal sealed class BeginAuthorization(BlueskySettings settings, Identities identities, AuthorizationServers servers, TokenCalls calls)
{
    private const string Scope = "atproto transition:generic transition:chat.bsky";

    public async Task<Outcome<AuthorizationStart>> StartAsync(Uri callback, CancellationToken ct)
    {
        if (ClientFor(callback) is not { } clientId)
            return new Outcome<AuthorizationStart>.Refused(WhyNoClient(callback));
        var server = await FindServerAsync(ct);
        if (server.Failed)
            return server.Failure.ToReading<AuthorizationStart>();
        var issuer = await servers.FindAsync(server.Value, ct);
        if (issuer.Failed)
            return issuer.Failure.ToReading<AuthorizationStart>();
        using var key = ProofKey.Make();
        var pending = new PendingGrant(
            Unguessable.Text(), Unguessable.Text(), key.Export(), callback.AbsoluteUri, clientId, issuer.Value.Issuer, issuer.Value.Token, server.Value);
        return await PushAsync(issuer.Value, pending, key, ct);
    }

    private async Task<Outcome<AuthorizationStart>> PushAsync(AuthorizationServer issuer, PendingGrant pending, ProofKey key, CancellationToken ct)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(pending.Verifier)));
        var answer = await calls.PostAsync(issuer.Push, issuer.Issuer, pending.ClientId, key,
        [
            new("response_type", "code"),
            new("redirect_uri", pending.Callback),
            new("scope", Scope),
            new("state", pending.State),
            new("code_challenge", challenge),
            new("code_challenge_method", "S256"),
            .. settings.Handle.Length > 0 ? new KeyValuePair<string, string>[] { new("login_hint", settings.Handle) } : [],
        ], ct);
        if (answer.Failed)
            return answer.Failure.ToReading<AuthorizationStart>();
        using var json = Json.TryParse(answer.Value.Body);
        if (json is null || Json.Text(json.RootElement, "request_uri") is not { Length: > 0 } ticket)
            return new Outcome<AuthorizationStart>.Broken("Bluesky's answer to the sign-in cannot be read.");
        var address = new UriBuilder(issuer.Authorize)
        {
            Query = $"client_id={Uri.EscapeDataString(pending.ClientId)}&request_uri={Uri.EscapeDataString(ticket)}",
        };
        return new Outcome<AuthorizationStart>.Success(new AuthorizationStart(address.Uri, pending.State, pending.Write()));
    }

    private async Task<Result<Uri>> FindServerAsync(CancellationToken ct)
    {
        if (settings.Handle.Length == 0)
            return settings.Service;
        var did = await identities.FindDidAsync(settings.Handle, ct);
        if (did.Failure is { Trouble: Trouble.Refused })
            return did.Failure with { Why = $"Bluesky knows nobody by the handle {settings.Handle}." };
        return did.Failed ? did.Failure : await identities.FindServerAsync(did.Value, ct);
    }

    // The network knows clients by the address of their description. A system on one's own machine needs none: its name says it all.
    private string? ClientFor(Uri callback)
    {
        if (settings.ClientId is { } own)
            return own;
        var isLoopback = callback is { Scheme: "http", HostNameType: UriHostNameType.IPv4 or UriHostNameType.IPv6, IsLoopback: true };
        return isLoopback
            ? $"http://localhost?redirect_uri={Uri.EscapeDataString(callback.AbsoluteUri)}&scope={Uri.EscapeDataString(Scope)}" : null;
    }

    private static string WhyNoClient(Uri callback) => callback.IsLoopback
        ? $"Bluesky sends browsers back to 127.0.0.1, not to {callback.Host}. Open this system at http://127.0.0.1:{callback.Port} and try again, or use an app password."
        : "Signing in on Bluesky's own page needs the address of this system's client metadata. Fill it in, or use an app password.";
}
