using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Quarantine;

/// <summary>One thing that is kept aside: what came, and what is done about it.</summary>
[Authorize(Policy = InboxPermissions.Read)]
internal sealed class QuarantinedModel(ReadQuarantine read, SettleQuarantine settle, IValidator<SettleCommand> validator) : PageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public bool TryAgain { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public QuarantinedView View { get; private set; } = null!;

    public bool MaySettle => HttpContext.Person().Grants.Allows(InboxPermissions.Acknowledge, View.Channel.Id, View.Channel.TeamId);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new SettleCommand(Id, TryAgain, Reason);
        foreach (var error in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(nameof(Reason), error.ErrorMessage);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        switch (await settle.HandleAsync(HttpContext.Person(), command, ct))
        {
            case ChangeResult.NotFound:
                return NotFound();
            case ChangeResult.NotAllowed:
                return Forbid();
            case ChangeResult.Refused refused:
                ModelState.AddModelError(nameof(Reason), refused.Why);
                return await ShowAsync(ct);
        }

        TempData["Flash"] = TryAgain ? "It is stored: you find it in the inbox." : "It is set aside. Its bytes stay.";
        return Redirect("/inbox/quarantine");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await read.OpenAsync(HttpContext.Person(), Id, ct) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
