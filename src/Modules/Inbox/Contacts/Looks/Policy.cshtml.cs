using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Looks;

/// <summary>What histories may be opened for, and after how many looks authority is asked for.</summary>
[Authorize(Policy = InboxPermissions.OverseeLooks)]
internal sealed class PolicyModel(Store<InboxModule> store, ChangeLookPolicy change, IValidator<LookPolicy> validator) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>One on each line.</summary>
    [BindProperty]
    public string? Purposes { get; set; }

    [BindProperty]
    public int? WindowDays { get; set; }

    [BindProperty]
    public int? ByOne { get; set; }

    [BindProperty]
    public int? ByForce { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var policy = await LookPolicy.ReadAsync(store, ct);
        (Version, WindowDays, ByOne, ByForce) = (policy.Version, policy.WindowDays, policy.ByOne, policy.ByForce);
        Purposes = string.Join('\n', policy.Purposes);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var purposes = (Purposes ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var policy = new LookPolicy([.. purposes.Distinct()], WindowDays ?? 0, ByOne ?? 0, ByForce ?? 0, Version);
        foreach (var error in (await validator.ValidateAsync(policy, ct)).Errors)
            ModelState.AddModelError(error.PropertyName.Split('[')[0], error.ErrorMessage);
        if (!ModelState.IsValid)
            return Page();
        if (!await change.HandleAsync(HttpContext.Person(), policy, ct))
        {
            ModelState.AddModelError(nameof(Purposes), "A colleague changed this meanwhile. What you entered is still here: open the page in another tab, compare, and save again.");
            return Page();
        }

        TempData["Flash"] = "It is saved, and holds from the next look on.";
        return Redirect("/inbox/looks");
    }
}
