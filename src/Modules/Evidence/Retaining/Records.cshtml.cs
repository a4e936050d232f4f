using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Evidence.Disposing;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>The review queue, and deciding about several harmless records at once.</summary>
[Authorize(Policy = EvidencePermissions.Review)]
internal sealed class RecordsModel(ReadReviews reviews, ProposeDisposal propose, ConfirmDisposal confirm, IValidator<ProposeCommand> validator, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ReviewState State { get; set; } = ReviewState.Due;

    [BindProperty(Name = "Reviews")]
    public long[] Chosen { get; set; } = [];

    [BindProperty]
    public string? Rationale { get; set; }

    public IReadOnlyList<ReviewRow> Reviews { get; private set; } = [];

    public int Overdue { get; private set; }

    public bool MayDispose => HttpContext.Person().Grants.Allows(EvidencePermissions.Dispose);

    public bool IsOverdue(ReviewRow review) => review.State == ReviewState.Due && review.DueAt < clock.GetUtcNow() - ReadReviews.Patience;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken ct)
    {
        var command = new ProposeCommand(Chosen, Rationale);
        foreach (var failure in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
        return await TellAsync(ModelState.IsValid ? await propose.HandleAsync(HttpContext.Person(), command, ct) : [], "proposed for disposal", ct);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        if (!MayDispose)
            return Forbid();
        if (Chosen.Length == 0)
            ModelState.AddModelError("Reviews", "Choose at least one record");
        return await TellAsync(ModelState.IsValid ? await confirm.HandleAsync(HttpContext.Person(), Chosen, ct) : [], "being disposed of", ct);
    }

    private async Task<IActionResult> TellAsync(IReadOnlyList<DisposalAnswer> answers, string what, CancellationToken ct)
    {
        foreach (var answer in answers.Where(a => !a.Done).DistinctBy(a => a.Why ?? RecordWords.Of(a.Outcome)))
            ModelState.AddModelError("Reviews", answer.Why ?? RecordWords.Of(answer.Outcome));
        if (answers.Count(a => a.Done) is > 0 and var done)
            TempData["Flash"] = FormattableString.Invariant($"{done} {(done == 1 ? "record is" : "records are")} {what}.");
        if (ModelState.IsValid)
            return RedirectToPage("/Retaining/Records", new { State });
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var person = HttpContext.Person();
        Reviews = await reviews.InStateAsync(person, State, ct);
        Overdue = (await reviews.CountAsync(person, ReviewState.Due, ct)).Overdue;
    }
}
