using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roster;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>The page of one's authenticator: set it up, renew its recovery codes, give it up.</summary>
[Authorize, WhileUnfinished]
internal sealed class SecondFactorModel(SecondFactorSetup setup, TurnOffSecondFactor turnOff, RosterReader roster) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public AuthenticatorKey? Key { get; private set; }

    public IReadOnlyList<string>? Codes { get; private set; }

    public int CodesLeft { get; private set; }

    public bool Required { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        var person = HttpContext.Person();
        var row = await setup.OfAsync(person, ct);
        Required = (await roster.NowAsync(ct)).Of(person.Id)?.NeedsSecondFactor == true;
        if (row.SecondFactor)
            CodesLeft = await setup.CodesLeftAsync(row);
        else
            Hold(row);
    }

    public async Task<IActionResult> OnPostTurnOnAsync(CancellationToken ct)
    {
        Codes = await setup.TurnOnAsync(HttpContext.Person(), BriefCookie.Key.Read(Request), Code ?? "", ct);
        if (Codes is null)
            ModelState.AddModelError(nameof(Code), "The code is not right. Check that your phone shows the right time and enter the code it shows now");
        else
            BriefCookie.Key.Delete(HttpContext);
        await OnGetAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        Codes = await setup.RenewCodesAsync(HttpContext.Person(), ct);
        await OnGetAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnOffAsync(CancellationToken ct)
    {
        if (await turnOff.HandleAsync(HttpContext.Person(), Password ?? "", ct))
            return RedirectToPage();
        ModelState.AddModelError(nameof(Password), "Your password is not right. The authenticator stays on");
        await OnGetAsync(ct);
        return Page();
    }

    private void Hold(PersonRow row)
    {
        (Key, var held) = setup.Key(row, BriefCookie.Key.Read(Request));
        BriefCookie.Key.Write(HttpContext, held);
    }
}
