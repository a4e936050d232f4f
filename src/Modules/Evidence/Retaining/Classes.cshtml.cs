using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>The retention classes, and which records have which by themselves.</summary>
[Authorize(Policy = EvidencePermissions.Review)]
internal sealed class ClassesModel(ReadPolicy policies, ChangeRule change, IValidator<ChangeRuleCommand> validator) : PageModel
{
    [BindProperty]
    public RecordKind Kind { get; set; } = RecordKind.Incident;

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public long? ClassId { get; set; }

    public RetentionPolicy Policy { get; private set; } = new([], []);

    public bool MayManage => HttpContext.Person().Grants.Allows(EvidencePermissions.ManageRetention);

    public async Task OnGetAsync(CancellationToken ct) => Policy = await policies.NowAsync(ct);

    public async Task<IActionResult> OnPostSetAsync(CancellationToken ct)
    {
        if (ClassId is null)
            ModelState.AddModelError(nameof(ClassId), "Choose a retention class");
        return await ChangeAsync(ClassId, ct);
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => ChangeAsync(null, ct);

    private async Task<IActionResult> ChangeAsync(long? classId, CancellationToken ct)
    {
        if (!MayManage)
            return Forbid();
        var command = new ChangeRuleCommand(Kind, Category, Grade, classId);
        foreach (var failure in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
        if (ModelState.IsValid && !await change.HandleAsync(HttpContext.Person(), command, ct))
            ModelState.AddModelError("", "Nothing was changed: there is no such class or rule any more.");
        if (ModelState.IsValid)
            return RedirectToPage("/Retaining/Classes");
        Policy = await policies.NowAsync(ct);
        return Page();
    }
}
