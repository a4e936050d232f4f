namespace PoliceSocial.Bluesky;

/// <summary>Ends signing in on the network's own page: trades the code, and believes nothing of it that has not been checked.</summary>
internal sealed class CompleteAuthorization(Identities identities, AuthorizationServers servers, Grants grants, Sessions sessions)
{
    /// <summary>Null where the channel is now signed in.</summary>
    public async Task<Failure?> CompleteAsync(IReadOnlyDictionary<string, string> query, string kept, CancellationToken ct)
    {
        if (PendingGrant.TryRead(kept) is not { } pending)
            return Refused("What was kept of this sign-in cannot be read. Begin again.");
        if (query.GetValueOrDefault("state") != pending.State || query.GetValueOrDefault("iss") != pending.Issuer)
            return Refused("The answer does not belong to this sign-in. Begin again.");
        if (query.TryGetValue("error", out var error))
            return Refused(error == "access_denied" ? "The permission was not given on Bluesky's page." : "Bluesky's page ended with an error. Begin again.");
        if (!query.TryGetValue("code", out var code) || code.Length == 0)
            return Refused("Bluesky's page sent no code. Begin again.");
        var session = await grants.TradeAsync(pending, code, ct);
        if (session.Failed)
            return session.Failure;
        var verified = await VerifyAsync(session.Value, ct);
        if (verified.Failed)
            return verified.Failure;
        await sessions.TakeAsync(verified.Value, ct);
        return null;
    }

    // A server may only vouch for accounts that name it: otherwise any server could sign in as anybody.
    private async Task<Result<StoredSession>> VerifyAsync(StoredSession session, CancellationToken ct)
    {
        var server = await identities.FindServerAsync(session.Did, ct);
        if (server.Failed)
            return server.Failure;
        var issuer = await servers.FindAsync(server.Value, ct);
        if (issuer.Failed)
            return issuer.Failure;
        return issuer.Value.Issuer == session.Grant!.Issuer
            ? session with { Server = server.Value }
            : Refused("The server that answered does not speak for this account.");
    }

    private static Failure Refused(string why) => new(Trouble.Refused, why);
}
