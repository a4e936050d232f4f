namespace PoliceSocial.Access.Roles;

/// <summary>A role as stored: a named set of permissions.</summary>
internal sealed record RoleRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required string? Template { get; init; }

    public required bool SecondFactor { get; init; }

    public required bool Retired { get; init; }

    public required long Version { get; init; }
}

/// <summary>That a person holds a role.</summary>
internal sealed record AssignmentRow
{
    public required long Id { get; init; }

    public required long PersonId { get; init; }

    public required long RoleId { get; init; }

    public required bool Everywhere { get; init; }
}
