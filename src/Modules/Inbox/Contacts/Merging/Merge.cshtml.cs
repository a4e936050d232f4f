using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Contacts.Merging;

/// <summary>Where it is decided that two contacts are one person, and taken back.</summary>
[Authorize(Policy = InboxPermissions.MergeContacts)]
internal sealed class MergeModel(
    OnePerson onePerson, FindContacts find, MergeContacts merge, PartContacts part, IValidator<MergeCommand> rules, IPeople people) : PageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public string? Handle { get; set; }

    [BindProperty]
    public long? OtherId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Merged Merged { get; private set; } = null!;

    public IReadOnlyList<ContactRow> Found { get; private set; } = [];

    public bool Looked { get; private set; }

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Handle) || Handle.Length > 300)
        {
            ModelState.AddModelError(nameof(Handle), "Enter the handle as the network shows it, in 300 characters or less");
            return await ShowAsync(ct);
        }

        await LookAsync(ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken ct)
    {
        var command = new MergeCommand(Id, OtherId, Reason);
        foreach (var error in (await rules.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (ModelState.ErrorCount > 0)
            return await AgainAsync(ct);
        switch (await merge.HandleAsync(HttpContext.Person(), command, ct))
        {
            case MergeOutcome.Merged:
                TempData["Flash"] = "They are one person from now on. You can take it back here.";
                return Redirect($"/inbox/contacts/{Id}/merge");
            case MergeOutcome.OneAlready:
                ModelState.AddModelError(nameof(OtherId), "They are one person already. Nothing was changed.");
                return await AgainAsync(ct);
            case MergeOutcome.ExerciseAndReal:
                ModelState.AddModelError(nameof(OtherId), "Somebody of an exercise and somebody real are never one. Nothing was changed.");
                return await AgainAsync(ct);
            case MergeOutcome.NotAllowed:
                return Forbid();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostPartAsync(long mergingId, string? why, CancellationToken ct)
    {
        switch (await part.HandleAsync(HttpContext.Person(), mergingId, why, ct))
        {
            case PartOutcome.Parted:
                TempData["Flash"] = "They are no longer one person. All is as it was before.";
                return Redirect($"/inbox/contacts/{Id}/merge");
            case PartOutcome.PartedAlready:
                return Redirect($"/inbox/contacts/{Id}/merge");
            case PartOutcome.NeedsReason:
                ModelState.AddModelError($"why-{mergingId}", "Enter why they are not the same person, in 1,000 characters or less");
                return await ShowAsync(ct);
            case PartOutcome.NotAllowed:
                return Forbid();
            default:
                return NotFound();
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Found = await find.HandleAsync(HttpContext.Person(), Id, Handle!, ct);
        Looked = true;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Handle))
            await LookAsync(ct);
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await onePerson.OfAsync(HttpContext.Person(), Id, ct) is not { } merged)
            return NotFound();
        Merged = merged;
        Names = await people.NamesAsync(merged.Decisions.SelectMany(d => new[] { d.MergedBy, d.PartedBy ?? d.MergedBy }).Distinct(), ct);
        return Page();
    }
}
