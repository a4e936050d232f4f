using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Sessions;

namespace PoliceSocial.Access.SigningIn;

/// <summary>The page for somebody who has lost their authenticator.</summary>
[AllowAnonymous]
internal sealed class RecoveryModel(ShowRecoveryCode show) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => TicketCookie.Read(Request) is null ? BeginAgain() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await show.HandleAsync(TicketCookie.Read(Request), Code ?? "", Visitor.Of(HttpContext), ct);
        return answer.Outcome switch
        {
            SecondFactorOutcome.SignedIn => Enter(answer.Session!),
            SecondFactorOutcome.Refused => Refuse("The recovery code is not right or has been used. Try another one, or ask your administrator to reset your account"),
            SecondFactorOutcome.UsedBefore => Refuse("This code has been used. Wait for the next one, up to 30 seconds, and enter that"),
            SecondFactorOutcome.BeginAgain => BeginAgain(),
            SecondFactorOutcome.TooMany => Refuse("There were too many wrong attempts from your network. Wait five minutes and try again"),
        };
    }

    private LocalRedirectResult Enter(NewSession session)
    {
        TicketCookie.Delete(HttpContext);
        SessionCookie.Write(HttpContext, session.Id, session.Secret);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }

    private RedirectToPageResult BeginAgain() => RedirectToPage("/SigningIn/SignIn", new { ReturnUrl });

    private PageResult Refuse(string words)
    {
        ModelState.AddModelError(nameof(Code), words);
        return Page();
    }
}
