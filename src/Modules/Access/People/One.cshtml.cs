using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.People;

/// <summary>The page about one person.</summary>
[Authorize(Policy = AccessPermissions.ManagePeople)]
internal sealed class OneModel(OnePerson people, ActFactory acts, PersonActs doing) : PageModel
{
    /// <summary>Where the token of a link waits for the one page that shows it.</summary>
    public const string LinkKey = "setup-link";

    public ShownPerson Shown { get; private set; } = null!;

    /// <summary>A set-up link, on the one page that shows it.</summary>
    public string? Link { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsSelf => Shown.Row.Id == HttpContext.Person().Id;

    public bool MayManageRoles => HttpContext.Person().Grants.Allows(AccessPermissions.ManageRoles);

    public long OwnSession => HttpContext.Person().SessionId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture);
        if (await people.FindAsync(id, HttpContext.RequestAborted) is not { } shown)
        {
            context.Result = NotFound();
            return;
        }

        Shown = shown;
        await next();
    }

    public void OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        Link = TempData[LinkKey] is string token ? $"{Request.Scheme}://{Request.Host}{Request.PathBase}{SetupLink.PathOf(token)}" : null;
    }

    public async Task<IActionResult> OnPostGiveAsync(long roleId, bool everywhere, long[] channelIds, long[] teamIds, CancellationToken ct) =>
        Answer(await doing.Give.HandleAsync(HttpContext.Person(), new(Shown.Row.Id, roleId, everywhere, channelIds, teamIds), ct), "roleId", "They have the role from their next click on.");

    public async Task<IActionResult> OnPostTakeAsync(long assignmentId, CancellationToken ct) =>
        Answer(await doing.Take.HandleAsync(HttpContext.Person(), Shown.Row.Id, assignmentId, ct), "", "They no longer have the role.");

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken ct) => string.IsNullOrWhiteSpace(Reason)
        ? Problem(nameof(Reason), "Enter why, for the ledger")
        : Answer(await doing.Disable.HandleAsync(acts.By(HttpContext.Person(), DisablePerson.Kind), Shown.Row.Id, Reason, ct), "", $"{Shown.Row.Name} can no longer sign in.");

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        var (outcome, token) = await doing.Reset.HandleAsync(HttpContext.Person(), Shown.Row.Id, ct);
        if (token is not null)
            TempData[LinkKey] = token;
        return Answer(outcome, "", "Give them the link below.");
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken ct) =>
        await doing.Rename.HandleAsync(HttpContext.Person(), Shown.Row.Id, Name ?? "", ct) is { } problem
            ? Problem(nameof(Name), problem)
            : Answer(GrantOutcome.Done, "", "The name is saved.");

    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken ct) => Answer(
        GrantOutcome.Done, "", await doing.Unlock.HandleAsync(HttpContext.Person(), Shown.Row.Id, ct) ? "They can sign in again." : "The lock-out had ended already.");

    public async Task<IActionResult> OnPostEndSessionAsync(long sessionId, CancellationToken ct) => Answer(
        GrantOutcome.Done, "", await doing.End.RevokeAsync(HttpContext.Person(), Shown.Row.Id, sessionId, ct) ? "The session has ended." : "That session had ended already.");

    private IActionResult Answer(GrantOutcome outcome, string field, string done)
    {
        if (outcome != GrantOutcome.Done)
            return Problem(field, GrantWords.Of(outcome));
        TempData["Flash"] = done;
        return RedirectToPage(new { id = Shown.Row.Id });
    }

    private PageResult Problem(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return Page();
    }
}

/// <summary>What can be done on the page about a person.</summary>
internal sealed record PersonActs(
    GiveRole Give, TakeRole Take, DisablePerson Disable, ResetPerson Reset, RenamePerson Rename, UnlockPerson Unlock, EndSession End);
