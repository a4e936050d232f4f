using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace PoliceSocial.Access.SigningIn;

/// <summary>A page between the password and the session: it asks for one code, and lets in whose code is right.</summary>
internal abstract class CodePage(IStringLocalizer<AccessWords> words) : PageModel
{
    protected IStringLocalizer Words => words;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What to say of a code that is not right.</summary>
    protected abstract string Wrong { get; }

    public IActionResult OnGet() => BriefCookie.Ticket.Read(Request) is null ? BeginAgain() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await ShowAsync(BriefCookie.Ticket.Read(Request), Code ?? "", Visitor.Of(HttpContext), ct);
        return answer.Outcome switch
        {
            SecondFactorOutcome.SignedIn => Enter(answer.Session!),
            SecondFactorOutcome.Refused => Refuse(Wrong),
            SecondFactorOutcome.UsedBefore => Refuse(words["Code.Used"]),
            SecondFactorOutcome.BeginAgain => BeginAgain(),
            SecondFactorOutcome.TooMany => Refuse(words["SignIn.TooMany"]),
        };
    }

    protected abstract Task<SecondFactorAnswer> ShowAsync(string? ticket, string code, Visitor visitor, CancellationToken ct);

    private LocalRedirectResult Enter(NewSession session)
    {
        BriefCookie.Ticket.Delete(HttpContext);
        session.Enter(HttpContext);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }

    private RedirectToPageResult BeginAgain() => RedirectToPage("/SigningIn/SignIn", new { ReturnUrl });

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Code), why);
        return Page();
    }
}
