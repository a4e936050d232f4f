namespace PoliceSocial.Bluesky;

/// <summary>The credential in use, kept as one secret so that a restart needs no new sign-in: the network allows few.</summary>
internal sealed record StoredSession
{
    /// <summary>The name of the secret.</summary>
    public const string Secret = "session";

    public required string Did { get; init; }

    /// <summary>The server that the credential is for.</summary>
    public required Uri Server { get; init; }

    public required string AccessToken { get; init; }

    public required string RefreshToken { get; init; }

    public required DateTimeOffset AccessExpires { get; init; }

    /// <summary>Of the settings and password that it was made with; another one means that a person changed them since.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What else belongs to it where it was given on the network's own page; null for an app password.</summary>
    public StoredGrant? Grant { get; init; }
}

/// <summary>What a credential given on the network's own page is bound to.</summary>
/// <param name="Issuer">The authorization server.</param>
/// <param name="TokenEndpoint">Where it renews tokens.</param>
/// <param name="ClientId">As whom we asked.</param>
/// <param name="Key">The private key that every request proves possession of, PKCS #8.</param>
/// <param name="Ends">When it ends however often it is renewed; null where the network promises no such end.</param>
internal sealed record StoredGrant(string Issuer, Uri TokenEndpoint, string ClientId, string Key, DateTimeOffset? Ends);
