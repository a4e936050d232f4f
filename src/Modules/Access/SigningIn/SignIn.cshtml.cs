using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.SigningIn;

/// <summary>The sign-in page.</summary>
[AllowAnonymous]
internal sealed class SignInModel(SignIn signIn) : PageModel
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
            ModelState.AddModelError(nameof(SignInName), "Enter your sign-in name");
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "Enter your password");
        if (ModelState.ErrorCount > 0)
            return Page();
        var answer = await signIn.HandleAsync(new(SignInName!, Password!), Visitor.Of(HttpContext), ct);
        return answer.Outcome switch
        {
            SignInOutcome.SignedIn => Enter(answer.Session!),
            SignInOutcome.NeedsSecondFactor => AskSecondFactor(answer.Ticket!),
            SignInOutcome.Refused => Refuse("Sign-in name or password is not right, or the account is locked for a while because of wrong attempts. Check both and try again; after a lock-out, wait a quarter of an hour or ask your administrator"),
            SignInOutcome.TooMany => TooMany(),
        };
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");

    private LocalRedirectResult Enter(NewSession session)
    {
        SessionCookie.Write(HttpContext, session.Id, session.Secret);
        return Onward();
    }

    private RedirectToPageResult AskSecondFactor(string ticket)
    {
        TicketCookie.Write(HttpContext, ticket);
        return RedirectToPage("/SigningIn/SecondFactor", new { ReturnUrl });
    }

    private PageResult TooMany()
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Refuse("There were too many wrong attempts from your network. Wait five minutes and try again");
    }

    private PageResult Refuse(string words)
    {
        ModelState.AddModelError("SignInName", words);
        return Page();
    }
}
