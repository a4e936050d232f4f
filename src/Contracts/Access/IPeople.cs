namespace PoliceSocial.Contracts.Access;

/// <summary>Who works here, for other modules to name and to choose from.</summary>
public interface IPeople
{
    /// <summary>The names of people by id, those who left included; an unknown id is missing from the answer. Cheap: asked for every list.</summary>
    Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> ids, CancellationToken ct);

    /// <summary>Everybody who is active and holds a permission on a channel, or for the team that the work lies with, by name.</summary>
    /// <param name="permission">The permission's key.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="teamId">The team that the work lies with, or null where it lies with none.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<PersonSummary>> WhoMayAsync(string permission, long channelId, long? teamId, CancellationToken ct);

    /// <summary>All active teams, by name.</summary>
    Task<IReadOnlyList<TeamSummary>> TeamsAsync(CancellationToken ct);
}

/// <summary>A person to choose.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Mention">What a note calls them by, after an @: unique, lower case, without spaces.</param>
public sealed record PersonSummary(long Id, string Name, string Mention);

/// <summary>A team to choose.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record TeamSummary(long Id, string Name);
