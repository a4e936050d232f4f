using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Evidence.Disposing;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>What a reviewer, or the second person, decides.</summary>
internal sealed partial class RecordModel
{
    public async Task<IActionResult> OnPostRetainAsync(CancellationToken ct)
    {
        var command = new RetainCommand(Id, Until is { } day ? AtNoon(day) : null, Reasons, Rationale);
        Take(await retainRules.ValidateAsync(command, ct));
        return await TellAsync(ModelState.IsValid ? await retain.HandleAsync(HttpContext.Person(), command, ct) : null, "It is kept until its next review.", ct);
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken ct)
    {
        var command = new ProposeCommand([Id], DisposalRationale);
        Take(await proposeRules.ValidateAsync(command, ct), nameof(DisposalRationale));
        return await TellAsync(ModelState.IsValid ? await propose.HandleAsync(HttpContext.Person(), command, ct) : [], "Its disposal is proposed.", ct);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        await TellAsync(await confirm.HandleAsync(HttpContext.Person(), [Id], ct), "It is being disposed of.", ct);

    public async Task<IActionResult> OnPostTurnDownAsync(CancellationToken ct)
    {
        if (Reason?.Trim() is not { Length: > 0 and <= 500 })
            ModelState.AddModelError(nameof(Reason), "Enter why it is not to be disposed of, in 500 characters or less");
        return await TellAsync(ModelState.IsValid ? await confirm.TurnDownAsync(HttpContext.Person(), Id, Reason!.Trim(), ct) : null, "It is due for review again.", ct);
    }

    public async Task<IActionResult> OnPostReclassifyAsync(long? classId, CancellationToken ct)
    {
        var command = new ReclassifyCommand(Id, classId ?? 0, Reason);
        Take(await reclassifyRules.ValidateAsync(command, ct));
        return await TellAsync(
            !ModelState.IsValid ? null : await reclassify.HandleAsync(HttpContext.Person(), command, ct) ? ReviewOutcome.Done : ReviewOutcome.NotFound, "It has another class.", ct);
    }

    private Task<IActionResult> TellAsync(IReadOnlyList<DisposalAnswer> answers, string done, CancellationToken ct)
    {
        if (answers is [{ Why: { } why }])
            ModelState.AddModelError("", why);
        return TellAsync(answers is [var answer] && ModelState.IsValid ? answer.Outcome : null, done, ct);
    }

    private async Task<IActionResult> TellAsync(ReviewOutcome? outcome, string done, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (outcome is not (null or ReviewOutcome.Done))
            ModelState.AddModelError("", RecordWords.Of(outcome.Value));
        if (!ModelState.IsValid)
            return Page();
        TempData["Flash"] = done;
        return RedirectToPage("/Retaining/Record", new { id = Id });
    }

    private static DateTimeOffset AtNoon(DateOnly day)
    {
        var noon = new DateTimeOffset(day, new(12, 0), TimeSpan.Zero);
        return noon.Subtract(ForceTime.Local(noon).Offset);
    }
}
