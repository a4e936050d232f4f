using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.CommandLine;

/// <summary>Adds a person at the command line, with roles by name that hold everywhere.</summary>
internal sealed class AddPersonWithRoles(Store<AccessModule> store, AddPerson add, GrantChanges changes, ActFactory acts, Ids ids)
{
    public async Task<AccountAnswer> HandleAsync(string signInName, string name, IReadOnlyList<string> roles, CancellationToken ct)
    {
        var all = await store.QueryAsync(RoleStatements.All, new { retired = false }, ct);
        var wanted = roles.Select(r => (Name: r, Role: all.FirstOrDefault(a => string.Equals(a.Name, r, StringComparison.OrdinalIgnoreCase)))).ToList();
        if (wanted.Find(w => w.Role is null).Name is { } unknown)
            return new(false, $"There is no role {unknown}. There are: {string.Join(", ", all.Select(r => r.Name))}. Nobody was added.");
        var added = await add.HandleAsync(acts.ByCommandLine(AddPerson.Kind), new(signInName, name), ct);
        if (added.Token is null)
            return new(false, string.Join(". ", added.Problems.Select(p => p.Words)) + ".");
        var outcome = await GiveAsync(added.PersonId, [.. wanted.Select(w => w.Role!.Id).Distinct()], ct);
        return new(
            outcome == GrantOutcome.Done,
            outcome == GrantOutcome.Done
                ? $"{name} was added. They choose their password by this link, which works once:"
                : $"{name} was added without a role. {GrantWords.Of(outcome)} They choose their password by this link, which works once:",
            SetupLink.PathOf(added.Token));
    }

    private async Task<GrantOutcome> GiveAsync(long personId, IReadOnlyList<long> roleIds, CancellationToken ct)
    {
        if (roleIds.Count == 0)
            return GrantOutcome.Done;
        await using var session = await changes.BeginAsync(acts.ByCommandLine(GiveRole.Kind), ct);
        foreach (var roleId in roleIds)
            await GiveRole.InsertAsync(session, ids.New(), GiveRoleCommand.HoldingEverywhere(personId, roleId), ct);
        return await changes.CommitAsync(session, ct);
    }
}
