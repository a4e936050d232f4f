using PoliceSocial.Access.People;

namespace PoliceSocial.Access.Roster;

internal sealed record MemberRow
{
    public required long Id { get; init; }

    public required string SignInName { get; init; }

    public required string Name { get; init; }

    public required string Mention { get; init; }

    public required PersonState State { get; init; }

    public required bool SecondFactor { get; init; }
}

internal sealed record HeldRoleRow
{
    public required long AssignmentId { get; init; }

    public required long PersonId { get; init; }

    public required long RoleId { get; init; }

    public required bool Everywhere { get; init; }

    public required bool SecondFactor { get; init; }
}

internal sealed record ReachRow
{
    public required long AssignmentId { get; init; }

    public required ReachKind Kind { get; init; }

    public required long ReachId { get; init; }
}

/// <summary>What an assignment is limited to.</summary>
internal enum ReachKind
{
    Channel = 1,
    Team = 2,
}

internal sealed record RolePermissionRow
{
    public required long RoleId { get; init; }

    public required string Permission { get; init; }
}

internal sealed record TeamRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required bool Closed { get; init; }

    public required long Version { get; init; }
}

internal sealed record TeamChannelRow
{
    public required long TeamId { get; init; }

    public required long ChannelId { get; init; }
}

internal sealed record TeamMemberRow
{
    public required long TeamId { get; init; }

    public required long PersonId { get; init; }
}
