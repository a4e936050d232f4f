namespace PoliceSocial.Channels.Connect;

/// <summary>Somebody connecting an account, as stored. Becomes a channel of the same id, renews one, or expires.</summary>
internal sealed record AttemptRow
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static readonly Statement<AttemptRow> Find = Statement.Of<AttemptRow>(
        """
        SELECT Id, PersonId, Connector, ReconnectsId, Settings, ExpiresAt, StateHash, Kept, ReturnedAt, AccountId, Handle, DisplayName, CredentialExpires
        FROM channels.Attempt
        WHERE Id = @id
        """);

    public static readonly Statement<AttemptRow> FindByState = Statement.Of<AttemptRow>(
        """
        SELECT Id, PersonId, Connector, ReconnectsId, Settings, ExpiresAt, StateHash, Kept, ReturnedAt, AccountId, Handle, DisplayName, CredentialExpires
        FROM channels.Attempt
        WHERE StateHash = @stateHash AND PersonId = @personId AND Connector = @connector
        """);

    public static readonly Statement Add = Statement.Of(
        """
        INSERT INTO channels.Attempt (Id, PersonId, Connector, ReconnectsId, Settings, ExpiresAt)
        VALUES (@Id, @PersonId, @Connector, @ReconnectsId, @Settings, @ExpiresAt)
        """);

    public static readonly Statement Remove = Statement.Of("DELETE FROM channels.Attempt WHERE Id = @id");

    public required long Id { get; init; }

    /// <summary>Who; 0 where it is a script.</summary>
    public required long PersonId { get; init; }

    public required string Connector { get; init; }

    /// <summary>The channel whose sign-in it renews, or null for a new one.</summary>
    public long? ReconnectsId { get; init; }

    public required string Settings { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>SHA-256 of the <c>state</c> that the network's sign-in page brings back.</summary>
    public string? StateHash { get; init; }

    /// <summary>What the connector asked to keep until then, sealed.</summary>
    public byte[]? Kept { get; init; }

    /// <summary>When the browser came back; it does so once.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Whose account it is, once the network said so.</summary>
    public string? AccountId { get; init; }

    public string? Handle { get; init; }

    public string? DisplayName { get; init; }

    public DateTimeOffset? CredentialExpires { get; init; }
}
