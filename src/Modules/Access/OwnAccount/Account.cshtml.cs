using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roster;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>A person's own page.</summary>
[Authorize]
internal sealed class AccountModel(SecondFactorSetup setup, OpenSessions sessions, RosterReader roster) : PageModel
{
    public PersonRow Row { get; private set; } = null!;

    public int CodesLeft { get; private set; }

    public int Sessions { get; private set; }

    public IReadOnlyList<string> Allowed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = HttpContext.Person();
        Row = await setup.OfAsync(person, ct);
        CodesLeft = Row.SecondFactor ? await setup.CodesLeftAsync(Row) : 0;
        Sessions = (await sessions.OfAsync(person.Id, ct)).Count;
        Allowed = [.. roster.Permissions.Values.Where(p => person.Grants.Allows(p.Key)).Select(p => Words(p, person.Grants.Where(p.Key)))];
    }

    private static string Words(Permission permission, Reach reach) =>
        reach.Everywhere ? permission.Label : $"{permission.Label} (on some channels or for some teams)";
}
