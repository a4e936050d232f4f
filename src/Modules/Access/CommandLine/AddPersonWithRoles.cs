using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.CommandLine;

/// <summary>Adds a person at the command line, with roles by name that hold everywhere.</summary>
internal sealed class AddPersonWithRoles(Store<AccessModule> store, AddPerson add, ActFactory acts, Ids ids)
{
    public async Task<AccountAnswer> HandleAsync(string signInName, string name, IReadOnlyList<string> roles, CancellationToken ct)
    {
        var all = await store.QueryAsync(RoleStatements.All, new { retired = false }, ct);
        var wanted = roles.Select(r => (Name: r, Role: all.FirstOrDefault(a => string.Equals(a.Name, r, StringComparison.OrdinalIgnoreCase)))).ToList();
        if (wanted.Find(w => w.Role is null).Name is { } unknown)
            return new(false, $"There is no role {unknown}. There are: {string.Join(", ", all.Select(r => r.Name))}. Nobody was added.");
        var roleIds = wanted.Select(w => w.Role!.Id).Distinct().ToList();
        var added = await add.HandleAsync(acts.ByCommandLine(AddPerson.Kind), new(signInName, name), ct, GiveAsync, GrantChanges.WhyNotAsync);
        return added.Token is { } token
            ? new(true, $"{name} was added. They choose their password by this link, which works once:", SetupLink.PathOf(token))
            : new(false, $"{string.Join(". ", added.Problems.Select(p => p.Words.TrimEnd('.')))}. Nobody was added.");

        async Task GiveAsync(long personId, Session session, CancellationToken token)
        {
            foreach (var roleId in roleIds)
                await GiveRole.InsertAsync(session, ids.New(), GiveRoleCommand.HoldingEverywhere(personId, roleId), token);
        }
    }
}
