using System.Collections.Frozen;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Access.Roster;

/// <summary>Says who is here and what they may do, from memory where that is fresh.</summary>
internal sealed class RosterReader(Store<AccessModule> store, AccessMemory memory, ModuleList modules)
{
    private readonly Lazy<FrozenDictionary<string, Permission>> _permissions = new(() =>
        modules.Modules.SelectMany(m => m.Permissions).ToFrozenDictionary(p => p.Key, StringComparer.Ordinal));

    /// <summary>What can be allowed at all: the permissions of all modules that this host has.</summary>
    public IReadOnlyDictionary<string, Permission> Permissions => _permissions.Value;

    public ValueTask<RosterNow> NowAsync(CancellationToken ct) => memory.GetAsync(typeof(RosterNow), ReadAsync, ct);

    private async Task<RosterNow> ReadAsync(CancellationToken ct)
    {
        var members = await store.QueryAsync(RosterStatements.Members, null, ct);
        var teams = await store.QueryAsync(RosterStatements.Teams, null, ct);
        var calculation = new GrantCalculation(
            Permissions,
            (await store.QueryAsync(RosterStatements.RolePermissions, null, ct)).ToLookup(r => r.RoleId, r => r.Permission),
            (await store.QueryAsync(RosterStatements.Reaches, null, ct)).ToLookup(r => r.AssignmentId),
            (await store.QueryAsync(RosterStatements.TeamChannels, null, ct)).ToLookup(t => t.TeamId, t => t.ChannelId));
        var held = (await store.QueryAsync(RosterStatements.HeldRoles, new { retired = false }, ct)).ToLookup(h => h.PersonId);
        return new(
            members.Select(m => calculation.Of(m, [.. held[m.Id]])).ToFrozenDictionary(m => m.Row.Id),
            [.. teams.Where(t => !t.Closed).OrderBy(t => t.Name, StringComparer.CurrentCulture)]);
    }
}
