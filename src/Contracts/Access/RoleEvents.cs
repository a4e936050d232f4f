using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Access;

/// <summary>A role was added.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Template">The template it is a copy of, or null.</param>
/// <param name="Permissions">The keys of what it allows.</param>
[Family(Family.Configured)]
public sealed record RoleAdded(long RoleId, string? Template, IReadOnlyList<string> Permissions) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"role:{RoleId}";
}

/// <summary>What a role allows was changed.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Given">Keys that were added.</param>
/// <param name="Taken">Keys that were removed.</param>
[Family(Family.Configured)]
public sealed record RoleChanged(long RoleId, IReadOnlyList<string> Given, IReadOnlyList<string> Taken) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"role:{RoleId}";
}

/// <summary>A role was retired; nobody holds it any more.</summary>
/// <param name="RoleId">The role.</param>
[Family(Family.Configured)]
public sealed record RoleRetired(long RoleId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"role:{RoleId}";
}

/// <summary>A person was given a role.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="RoleId">The role.</param>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Everywhere">True where it is not limited.</param>
/// <param name="ChannelIds">The channels it is limited to.</param>
/// <param name="TeamIds">The teams it is limited to.</param>
[Family(Family.Configured)]
public sealed record RoleGiven(
    long PersonId, long RoleId, long AssignmentId, bool Everywhere, IReadOnlyList<long> ChannelIds, IReadOnlyList<long> TeamIds) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A role was taken from a person.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="RoleId">The role.</param>
/// <param name="AssignmentId">The assignment.</param>
[Family(Family.Configured)]
public sealed record RoleTaken(long PersonId, long RoleId, long AssignmentId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>Somebody asked for what they may not do.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Permission">The key of what is missing, or empty where it is a limit to channels or teams.</param>
/// <param name="Path">What they asked for, without its query.</param>
[Family(Family.Refused)]
public sealed record AccessDenied(long PersonId, string Permission, string Path) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}
