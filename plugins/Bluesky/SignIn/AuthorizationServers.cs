namespace PoliceSocial.Bluesky;

/// <summary>The addresses of an authorization server.</summary>
internal sealed record AuthorizationServer(string Issuer, Uri Authorize, Uri Push, Uri Token);

/// <summary>Finds the authorization server that speaks for an account's server.</summary>
internal sealed class AuthorizationServers(Identities identities)
{
    public async Task<Result<AuthorizationServer>> FindAsync(Uri server, CancellationToken ct)
    {
        var issuer = await FindIssuerAsync(server, ct);
        if (issuer.Failed)
            return issuer.Failure;
        var answer = await identities.GetAsync(new Uri(issuer.Value, "/.well-known/oauth-authorization-server"), ct);
        if (answer.Failed)
            return answer.Failure;
        return Read(answer.Value, issuer.Value) is { } found
            ? found : new Failure(Trouble.Unreadable, "The server's sign-in description cannot be read.");
    }

    private async Task<Result<Uri>> FindIssuerAsync(Uri server, CancellationToken ct)
    {
        var answer = await identities.GetAsync(new Uri(server, "/.well-known/oauth-protected-resource"), ct);
        // bsky.social is itself the authorization server of many others and describes no resource.
        if (answer.Failure is { Trouble: Trouble.Refused })
            return server;
        if (answer.Failed)
            return answer.Failure;
        using var json = Json.TryParse(answer.Value.Body);
        var first = json is null ? null : Json.Elements(Json.Member(json.RootElement, "authorization_servers")).Select(Json.Text).FirstOrDefault();
        return Address(first) is { } issuer ? issuer : new Failure(Trouble.Unreadable, "The server does not say where to sign in.");
    }

    private static AuthorizationServer? Read(Answer answer, Uri expected)
    {
        using var json = Json.TryParse(answer.Body);
        if (json is null
            || Json.Text(json.RootElement, "issuer") is not { } issuer || Address(issuer) != expected
            || Address(Json.Text(json.RootElement, "authorization_endpoint")) is not { } authorize
            || Address(Json.Text(json.RootElement, "pushed_authorization_request_endpoint")) is not { } push
            || Address(Json.Text(json.RootElement, "token_endpoint")) is not { } token)
        {
            return null;
        }

        return new AuthorizationServer(issuer, authorize, push, token);
    }

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}
