using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Contacts.Overseeing;

/// <summary>Who looked at one member of the public, when, what for and by what authority; and what the co-ordinator was told.</summary>
[Authorize(Policy = InboxPermissions.OverseeLooks)]
internal sealed class OneModel(ReadLooks read, ReferLooks refer, IValidator<ReferCommand> validator) : PageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public LooksAtContact Looks { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new ReferCommand(Id, Note ?? "");
        foreach (var error in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(nameof(Note), error.ErrorMessage);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        if (!await refer.HandleAsync(HttpContext.Person(), command, ct))
            return NotFound();
        TempData["Flash"] = "It is referred. Whoever opens this page sees your note.";
        return Redirect(FormattableString.Invariant($"/inbox/looks/{Id}"));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await read.OfAsync(HttpContext.Person(), Id, ct) is not { } looks)
            return NotFound();
        Looks = looks;
        return Page();
    }
}
