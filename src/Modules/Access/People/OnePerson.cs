using System.Globalization;
using PoliceSocial.Access.Asking;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>Reads all that the page about one person shows.</summary>
internal sealed class OnePerson(
    Store<AccessModule> store, RosterReader roster, OpenSessions sessions, IEnumerable<IChannels> channels, TimeProvider clock)
{
    public async Task<ShownPerson?> FindAsync(long id, CancellationToken ct)
    {
        if (await store.FindAsync(PersonStatements.ById, new { id }, ct) is not { } row)
            return null;
        var roles = await store.QueryAsync(RoleStatements.All, new { retired = false }, ct);
        var teams = Named((await roster.NowAsync(ct)).Teams.Select(t => (t.Id, t.Name)));
        var places = await ChannelsAsync(ct);
        var held = new HeldRoles(
            roles, (await store.QueryAsync(RoleStatements.ReachesOfPerson, new { personId = id }, ct)).ToLookup(r => r.AssignmentId),
            (await store.QueryAsync(RosterStatements.RolePermissions, null, ct)).ToLookup(p => p.RoleId, p => p.Permission),
            roster.Permissions, places, teams);
        var assignments = await store.QueryAsync(RoleStatements.AssignmentsOfPerson, new { personId = id }, ct);
        return new(
            row, ShownState.Of(row, clock.GetUtcNow()), row.IsLockedAt(clock.GetUtcNow()), [.. assignments.Select(held.Show).OfType<HeldRole>()],
            roles, places, teams, await sessions.OfAsync(id, ct));
    }

    /// <summary>The channels to choose from, as the module that has them knows them.</summary>
    public async Task<IReadOnlyList<Choice>> ChannelsAsync(CancellationToken ct)
    {
        var all = new List<ChannelSummary>();
        foreach (var source in channels)
            all.AddRange(await source.AllAsync(ct));
        return Named(all.Where(c => c.State != ChannelState.Disconnected).Select(c => (c.Id, $"{c.Name} ({c.Network})")));
    }

    private static List<Choice> Named(IEnumerable<(long Id, string Name)> all) =>
        [.. all.Select(a => new Choice(a.Id.ToString(CultureInfo.InvariantCulture), a.Name))];
}

/// <summary>All that the page shows.</summary>
internal sealed record ShownPerson(
    PersonRow Row, ShownState State, bool LockedOut, IReadOnlyList<HeldRole> Held, IReadOnlyList<RoleRow> Roles,
    IReadOnlyList<Choice> Channels, IReadOnlyList<Choice> Teams, IReadOnlyList<SessionRow> Sessions);
