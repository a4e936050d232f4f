using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Adds a retention class, or changes one.</summary>
[Authorize(Policy = EvidencePermissions.ManageRetention)]
internal sealed class OneClassModel(ReadPolicy policies, ChangeClass change, IValidator<ChangeClassCommand> validator) : PageModel
{
    [FromRoute]
    public long? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Months { get; set; }

    [BindProperty]
    public CountsFrom CountsFrom { get; set; } = CountsFrom.Closure;

    [BindProperty]
    public AtEnd AtEnd { get; set; } = AtEnd.Review;

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public bool Checked { get; set; }

    [BindProperty]
    public bool Retired { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is not { } id)
            return Page();
        if ((await policies.NowAsync(ct)).Find(id) is not { } its)
            return NotFound();
        (Version, Code, Name, Source, Checked, Retired) = (its.Version, its.Code, its.Name, its.Source, its.Checked, its.Retired);
        (Months, CountsFrom, AtEnd) = (its.Months.ToString(CultureInfo.InvariantCulture), its.CountsFrom, its.AtEnd);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var months = int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var command = new ChangeClassCommand(Id, Version, Code, Name, Source, months, CountsFrom, AtEnd, Checked, Retired);
        foreach (var failure in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
        if (!ModelState.IsValid)
            return Page();
        switch (await change.HandleAsync(HttpContext.Person(), command, ct))
        {
            case ChangeClassOutcome.NotFound:
                return NotFound();
            case ChangeClassOutcome.CodeTaken:
                ModelState.AddModelError(nameof(Code), "Another class has this code. Nothing was added.");
                return Page();
            case ChangeClassOutcome.ChangedMeanwhile:
                ModelState.AddModelError("", "Somebody else changed it meanwhile. Nothing was saved: open it again.");
                return Page();
            default:
                TempData["Flash"] = "The class is saved.";
                return RedirectToPage("/Retaining/Classes");
        }
    }
}
