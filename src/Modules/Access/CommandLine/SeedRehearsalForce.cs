using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.CommandLine;

/// <summary>In Development only: somebody invented for each role, whose sign-ins are printed. Adds what is missing, each time.</summary>
internal sealed class SeedRehearsalForce(
    Store<AccessModule> store, InstallRoles roles, RoleTemplates templates, UserManager<Account> users, ActFactory acts, Ids ids,
    IServiceProvider services)
{
    public static readonly ActKind Kind = new("access.seed-rehearsal-force");

    /// <summary>Known to everybody who reads this: which is why it exists in Development only.</summary>
    public const string Password = "quiet-night-at-the-desk";

    private static readonly Dictionary<string, NewPerson> Invented = new(StringComparer.Ordinal)
    {
        ["administrator"] = new("morgan", "Morgan Ellis"),
        ["digital-desk-operator"] = new("rees", "PC Sian Rees"),
        ["desk-supervisor"] = new("okafor", "Sgt Daniel Okafor"),
        ["communications-author"] = new("hale", "Priya Hale"),
        ["communications-approver"] = new("lindqvist", "Insp Karin Lindqvist"),
        ["content-editor"] = new("moss", "Tom Moss"),
        ["analyst"] = new("bright", "Ada Bright"),
        ["evidence-officer"] = new("carver", "DC Joan Carver"),
        ["covert-authorities-coordinator"] = new("vaughan", "DI Mair Vaughan"),
        ["auditor"] = new("whitlock", "Ruth Whitlock"),
    };

    public async Task<IReadOnlyList<RehearsalSignIn>> HandleAsync(CancellationToken ct)
    {
        if (services.GetService<IHostEnvironment>()?.IsDevelopment() != true)
            throw new InvalidOperationException("The rehearsal force exists in the Development environment only: its passwords are known to everybody.");
        // The administrator comes first: whoever opens the service while it is being seeded finds somebody in charge.
        foreach (var (role, person) in Invented)
        {
            if (await store.FindAsync(PersonStatements.BySignInName, new { signInName = person.SignInName }, ct) is null)
                await AddAsync(role, person);
        }

        return [.. templates.All.Select(t => new RehearsalSignIn(t.Name, Invented[t.Key].SignInName, Password))];
    }

    private async Task AddAsync(string role, NewPerson person)
    {
        var row = person.ToRow(ids, default);
        var act = acts.ByService(Kind);
        var account = new Account(row with { State = PersonState.Active, AddedAt = act.At }, act).Tells(new PersonAdded(row.Id, row.SignInName))
            .Together(async (session, token) =>
            {
                var installed = await roles.HandleAsync(session, token);
                await GiveRole.InsertAsync(session, ids.New(), GiveRoleCommand.HoldingEverywhere(row.Id, installed[role]), token);
            });
        var created = await users.CreateAsync(account, Password);
        if (!created.Succeeded)
            throw new InvalidOperationException($"{person.Name} of the rehearsal force was not added: {created.Errors.First().Description}");
    }
}
