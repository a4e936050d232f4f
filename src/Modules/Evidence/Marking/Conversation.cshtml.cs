using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Evidence.Holding;

namespace PoliceSocial.Evidence.Marking;

/// <summary>The exhibits and holds of one conversation, and marking more. It shows nothing of what was written.</summary>
[Authorize(Policy = EvidencePermissions.Read)]
internal sealed class ConversationModel(
    InReach reach, ReadExhibits exhibits, MarkExhibit mark, Holds holds, IValidator<MarkCommand> markValidator, IValidator<HoldCommand> holdValidator) : PageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public string? Initials { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Sensitive { get; set; }

    public IReadOnlyList<ExhibitRow> Exhibits { get; private set; } = [];

    public IReadOnlyList<HoldRow> Open { get; private set; } = [];

    public bool MayMark { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMarkAsync(ExhibitTarget target, long? targetId, bool relevant, bool used, CancellationToken ct)
    {
        var command = new MarkCommand(Id, target, target == ExhibitTarget.Conversation ? Id : targetId ?? 0, Initials, What, relevant, Sensitive, used);
        foreach (var failure in (await markValidator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
        if (ModelState.IsValid && await mark.HandleAsync(HttpContext.Person(), command, ct) is MarkOutcome.NotFound)
            ModelState.AddModelError("TargetId", "There is no message or attachment of that number in this conversation that you may mark. Nothing was marked.");
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostHoldAsync(string? holdBasis, CancellationToken ct)
    {
        var command = new HoldCommand(Id, holdBasis);
        foreach (var failure in (await holdValidator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError("HoldBasis", failure.ErrorMessage);
        if (ModelState.IsValid && await holds.PlaceAsync(HttpContext.Person(), command, ct) is null)
            return NotFound();
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostReleaseAsync(long holdId, string? releaseReason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(releaseReason))
            ModelState.AddModelError("ReleaseReason", "Enter why the hold may end. It still holds.");
        else if (!await holds.ReleaseAsync(HttpContext.Person(), holdId, releaseReason.Trim(), ct))
            return NotFound();
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct) =>
        ModelState.IsValid ? RedirectToPage("/Marking/Conversation", new { id = Id }) : await LoadAsync(ct) ? Page() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reach.OfAsync(HttpContext.Person(), EvidencePermissions.Read, [Id], ct) is not [var scope])
            return false;
        MayMark = HttpContext.Person().Grants.Allows(EvidencePermissions.Mark, scope.ChannelId, scope.TeamId);
        Exhibits = await exhibits.OfAsync([Id], ct);
        Open = await holds.OfAsync(Id, ct);
        return true;
    }
}
