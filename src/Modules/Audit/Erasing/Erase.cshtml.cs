using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Erasing;

/// <summary>Where the details of old entries are erased.</summary>
[Authorize(Policy = AuditPermissions.Keep)]
internal sealed class EraseModel(EraseFacts erase, IValidator<EraseFactsCommand> rules, Store<AuditModule> store, ActFactory acts) : PageModel
{
    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new EraseFactsCommand(Number(nameof(First), First), Number(nameof(Last), Last), Reason?.Trim() ?? "");
        if (ModelState.IsValid)
            await CheckAsync(command, ct);
        if (!ModelState.IsValid)
            return Page();
        await erase.HandleAsync(acts.By(HttpContext.Person(), EraseFacts.Kind), command, ct);
        TempData["Flash"] = FormattableString.Invariant($"The details of entries {command.First} to {command.Last} are being erased. The entries stay, and stay proven.");
        return Redirect("/audit/keep");
    }

    private long Number(string field, string? given)
    {
        if (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        ModelState.AddModelError(field, "Enter the number of an entry, such as 1042.");
        return 0;
    }

    private async Task CheckAsync(EraseFactsCommand command, CancellationToken ct)
    {
        foreach (var error in (await rules.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (command.Last >= await store.FindAsync(SequenceStatements.Next, null, ct))
            ModelState.AddModelError(nameof(Last), "There is no entry of that number yet.");
    }
}
