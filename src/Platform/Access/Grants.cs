using System.Collections.Frozen;

namespace PoliceSocial.Platform.Access;

/// <summary>All that a person may do, and where.</summary>
public sealed class Grants
{
    private readonly FrozenDictionary<string, Reach> _reaches;

    /// <summary>Builds them.</summary>
    /// <param name="grants">Each permission with where it holds; a permission may come several times, its reaches add up.</param>
    public Grants(IEnumerable<(string Permission, Reach Reach)> grants) =>
        _reaches = grants.GroupBy(g => g.Permission, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(x => x.Reach).Aggregate(Reach.Plus), StringComparer.Ordinal);

    /// <summary>The keys of all permissions held anywhere.</summary>
    public IEnumerable<string> Permissions => _reaches.Keys;

    /// <summary>May the person do it somewhere?</summary>
    public bool Allows(string permission) => _reaches.ContainsKey(permission);

    /// <summary>May the person do it on this channel, to something that lies with this team?</summary>
    public bool Allows(string permission, long channelId, long? teamId) =>
        _reaches.TryGetValue(permission, out var reach) && reach.Covers(channelId, teamId);

    /// <summary>Where the person may do it; nowhere where they may not.</summary>
    public Reach Where(string permission) => _reaches.GetValueOrDefault(permission, Reach.Nowhere);
}

/// <summary>Where a permission holds: everywhere, or on some channels and for some teams.</summary>
/// <param name="Everywhere">True where it is not limited.</param>
/// <param name="Channels">The channels it is limited to.</param>
/// <param name="Teams">The teams whose work it is limited to.</param>
public sealed record Reach(bool Everywhere, IReadOnlySet<long> Channels, IReadOnlySet<long> Teams)
{
    /// <summary>On everything.</summary>
    public static readonly Reach All = new(true, FrozenSet<long>.Empty, FrozenSet<long>.Empty);

    /// <summary>On nothing.</summary>
    public static readonly Reach Nowhere = new(false, FrozenSet<long>.Empty, FrozenSet<long>.Empty);

    /// <summary>Only on these channels, or for these teams.</summary>
    public static Reach Only(IEnumerable<long> channels, IEnumerable<long> teams) =>
        new(false, channels.ToFrozenSet(), teams.ToFrozenSet());

    /// <summary>Does it cover a channel, or work that lies with a team?</summary>
    public bool Covers(long channelId, long? teamId) =>
        Everywhere || Channels.Contains(channelId) || (teamId is { } team && Teams.Contains(team));

    /// <summary>Both together.</summary>
    public static Reach Plus(Reach a, Reach b) =>
        a.Everywhere || b.Everywhere ? All : Only(a.Channels.Concat(b.Channels), a.Teams.Concat(b.Teams));
}
