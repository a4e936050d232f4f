namespace PoliceSocial.Access.People;

/// <summary>A person as stored.</summary>
internal sealed record PersonRow
{
    public required long Id { get; init; }

    public required string SignInName { get; init; }

    public required string Name { get; init; }

    public required string Mention { get; init; }

    public required PersonState State { get; init; }

    public required string? PasswordHash { get; init; }

    public required string SecurityStamp { get; init; }

    public required int FailedSignIns { get; init; }

    public required DateTimeOffset? LockedUntil { get; init; }

    public required bool SecondFactor { get; init; }

    public required byte[]? AuthenticatorKey { get; init; }

    public required long LastStep { get; init; }

    public required string? SetupHash { get; init; }

    public required DateTimeOffset? SetupUntil { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required DateTimeOffset? SignedInAt { get; init; }

    public required long Version { get; init; }

    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;
}

/// <summary>Whether a person can sign in.</summary>
internal enum PersonState
{
    /// <summary>Added or reset; has a link to choose a password.</summary>
    Invited = 1,

    Active = 2,

    Disabled = 3,
}
