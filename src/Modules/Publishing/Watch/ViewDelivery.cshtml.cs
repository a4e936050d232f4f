using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Publishing.Deleting;
using PoliceSocial.Publishing.Settle;

namespace PoliceSocial.Publishing.Watch;

/// <summary>One delivery: its text, its history, what the network answered, and what staff may do about it.</summary>
[Authorize(Policy = PublishingPermissions.Read)]
internal sealed class ViewDelivery(ReadDelivery read, SettleDelivery settle, StopDelivery stop, DeletePublished delete, IPeople people) : PageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public bool? IsThere { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? NetworkId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why it must go although what the network shows of it cannot be kept.</summary>
    [BindProperty]
    public string? WithoutCapture { get; set; }

    /// <summary>True once it is known that it cannot be captured: the form then asks why it must go all the same.</summary>
    public bool AsksWithout { get; private set; }

    public DeliveryView View { get; private set; } = null!;

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public bool MayReconcile => HttpContext.Person().Grants.Allows(PublishingPermissions.Reconcile, View.Channel.Id, View.Channel.TeamId);

    public bool MayDelete => MayReconcile && View.Delivery.DeletableId() is not null
        && View.Deletions.All(d => d.State == DeliveryState.Refused);

    public string NameOf(ActorKind kind, long id) => kind == ActorKind.Person ? Names.GetValueOrDefault(id, "A colleague") : "The service";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostSettleAsync([FromServices] IValidator<SettleCommand> rules, CancellationToken ct)
    {
        var command = new SettleCommand(Id, IsThere, Address, Reason, NetworkId);
        return await IsValidAsync(rules, command, ct)
            ? Answer(await settle.HandleAsync(HttpContext.Person(), command, ct), "What you saw is recorded in your name.", "Its outcome was settled already. Nothing was changed.")
            : await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostStopAsync([FromServices] IValidator<StopCommand> rules, CancellationToken ct)
    {
        var command = new StopCommand(Id, Reason);
        return await IsValidAsync(rules, command, ct)
            ? Answer(await stop.HandleAsync(HttpContext.Person(), command, ct), "It is stopped. Nothing was published.", "It is not waiting any more. Nothing was changed.")
            : await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromServices] IValidator<DeleteCommand> rules, CancellationToken ct)
    {
        var command = new DeleteCommand(Id, Reason, WithoutCapture);
        if (!await IsValidAsync(rules, command, ct))
            return await ShowAsync(ct);
        switch (await delete.HandleAsync(HttpContext.Person(), command, ct))
        {
            case DeleteOutcome.Done:
                return BackWith("What the network shows is kept, and the network is asked to delete it. What became of that shows here.");
            case DeleteOutcome.AlreadySo:
                return BackWith("It is being deleted, or gone, already.");
            case DeleteOutcome.NotOurs:
                return BackWith("The network’s identifier is not known here: delete it on the network itself.");
            case DeleteOutcome.NotCaptured { Why: var why }:
                AsksWithout = true;
                ModelState.AddModelError("WithoutCapture", $"What the network shows of it could not be kept: {why} Nothing was deleted. Try again, or say why it must go all the same");
                return await ShowAsync(ct);
            case DeleteOutcome.NotAllowed:
                return Forbid();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await read.HandleAsync(HttpContext.Person(), Id, ct) is not { } view)
            return NotFound();
        View = view;
        Names = await people.NamesAsync(view.Steps.Where(s => s.ActorKind == ActorKind.Person).Select(s => s.ActorId).Append(view.Delivery.AskedBy).Distinct(), ct);
        return Page();
    }

    private async Task<bool> IsValidAsync<T>(IValidator<T> rules, T command, CancellationToken ct)
    {
        var result = await rules.ValidateAsync(command, ct);
        foreach (var error in result.Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        return result.IsValid;
    }

    private IActionResult Answer(SettleOutcome outcome, string done, string meanwhile) => outcome switch
    {
        SettleOutcome.Done => BackWith(done),
        SettleOutcome.SettledMeanwhile => BackWith(meanwhile),
        SettleOutcome.NotAllowed => Forbid(),
        SettleOutcome.NotFound => NotFound(),
    };

    private RedirectToPageResult BackWith(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage("/Watch/ViewDelivery", new { id = Id });
    }
}
