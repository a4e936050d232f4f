using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.SigningIn;

/// <summary>The sign-in page.</summary>
[AllowAnonymous, InWelsh]
internal sealed class SignInModel(SignIn signIn, IStringLocalizer<AccessWords> words) : PageModel
{
    [BindProperty]
    public string? SignInName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => HttpContext.PersonOrNone() is null ? Page() : Onward();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(SignInName))
            ModelState.AddModelError(nameof(SignInName), words["SignIn.NameMissing"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), words["SignIn.PasswordMissing"]);
        if (ModelState.ErrorCount > 0)
            return Page();
        var answer = await signIn.HandleAsync(new(SignInName!, Password!), Visitor.Of(HttpContext), ct);
        return answer.Outcome switch
        {
            SignInOutcome.SignedIn => Enter(answer.Session!),
            SignInOutcome.NeedsSecondFactor => AskSecondFactor(answer.Ticket!),
            SignInOutcome.Refused => Refuse(words["SignIn.Refused"]),
            SignInOutcome.TooMany => TooMany(),
        };
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");

    private LocalRedirectResult Enter(NewSession session)
    {
        session.Enter(HttpContext);
        return Onward();
    }

    private RedirectToPageResult AskSecondFactor(string ticket)
    {
        BriefCookie.Ticket.Write(HttpContext, ticket);
        return RedirectToPage("/SigningIn/SecondFactor", new { ReturnUrl });
    }

    private PageResult TooMany()
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Refuse(words["SignIn.TooMany"]);
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError("SignInName", why);
        return Page();
    }
}
