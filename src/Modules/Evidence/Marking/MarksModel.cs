using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Evidence.Holding;

namespace PoliceSocial.Evidence.Marking;

/// <summary>The exhibits and holds of one thing, and marking more. It shows nothing of what was written.</summary>
internal abstract class MarksModel(
    SubjectKind kind, InReach reach, ListParts list, ReadExhibits exhibits, MarkExhibit mark, ChangeExhibit change, Holds holds) : PageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public string? Initials { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? Sensitive { get; set; }

    /// <summary>The whole or a part, as <c>Message-123</c>.</summary>
    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public string? HoldBasis { get; set; }

    public Subject Subject { get; private set; } = null!;

    public IReadOnlyList<PartChoice> Choices { get; private set; } = [];

    public IReadOnlyList<ExhibitRow> Exhibits { get; private set; } = [];

    public IReadOnlyList<HoldRow> Open { get; private set; } = [];

    public bool MayMark => HttpContext.Person().May(EvidencePermissions.Mark, Subject.ChannelId, Subject.TeamId);

    /// <summary>The thing's own page.</summary>
    public string Address => Subject.Kind switch
    {
        SubjectKind.Conversation => FormattableString.Invariant($"/inbox/{Id}"),
        SubjectKind.Incident => FormattableString.Invariant($"/incidents/{Id}"),
        SubjectKind.Post => FormattableString.Invariant($"/publishing/deliveries/{Id}"),
    };

    /// <summary>Where it is exported.</summary>
    public string ExportAddress => Subject.IncidentId is not null
        ? $"/evidence/exports/new?incident={Uri.EscapeDataString(Subject.Name["incident ".Length..])}"
        : FormattableString.Invariant($"/evidence/exports/new?conversations={Subject.ConversationId}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMarkAsync(bool relevant, bool used, [FromServices] IValidator<MarkCommand> rules, CancellationToken ct)
    {
        var (target, id) = Chosen();
        var command = new MarkCommand(kind, Id, target, id, Initials, What, Basis, relevant, Sensitive, used);
        Refuse((await rules.ValidateAsync(command, ct)).Errors);
        if (ModelState.IsValid && await mark.HandleAsync(HttpContext.Person(), command, ct) is MarkOutcome.NotFound)
            ModelState.AddModelError("Which", "There is no such part that you may mark. Nothing was marked.");
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostChangeAsync(long exhibitId, int version, bool relevant, bool used, string? sensitive, CancellationToken ct)
    {
        switch (await change.HandleAsync(HttpContext.Person(), new(exhibitId, version, relevant, sensitive, used), ct))
        {
            case ChangeExhibitOutcome.NotFound:
                return NotFound();
            case ChangeExhibitOutcome.ChangedMeanwhile:
                ModelState.AddModelError("Exhibits", "A colleague changed this exhibit meanwhile. Nothing was changed: look again.");
                break;
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostHoldAsync([FromServices] IValidator<HoldCommand> rules, CancellationToken ct)
    {
        var (target, id) = Chosen();
        var command = new HoldCommand(kind, Id, target, id, HoldBasis);
        foreach (var failure in (await rules.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError("HoldBasis", failure.ErrorMessage);
        return ModelState.IsValid && await holds.PlaceAsync(HttpContext.Person(), command, ct) is null ? NotFound() : await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostReleaseAsync(long holdId, string? releaseReason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(releaseReason))
            ModelState.AddModelError($"ReleaseReason-{holdId}", "Enter why the hold may end. It still holds.");
        else if (!await holds.ReleaseAsync(HttpContext.Person(), holdId, releaseReason.Trim(), ct))
            return NotFound();
        return await ShowAsync(ct);
    }

    private void Refuse(List<ValidationFailure> failures) => failures.ForEach(f => ModelState.AddModelError(f.PropertyName, f.ErrorMessage));

    /// <summary>What was chosen; the whole where nothing was.</summary>
    private (ExhibitTarget Target, long Id) Chosen() =>
        Which?.Split('-', 2) is [var name, var number] && Enum.TryParse<ExhibitTarget>(name, out var target) && long.TryParse(number, CultureInfo.InvariantCulture, out var id)
            ? (target, id)
            : (kind switch { SubjectKind.Incident => ExhibitTarget.Incident, SubjectKind.Post => ExhibitTarget.Post, SubjectKind.Conversation => ExhibitTarget.Conversation }, Id);

    private async Task<IActionResult> ShowAsync(CancellationToken ct) => ModelState.IsValid ? RedirectToPage(new { id = Id }) : await LoadAsync(ct) ? Page() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reach.SubjectAsync(HttpContext.Person(), EvidencePermissions.Read, kind, Id, ct) is not { } subject)
            return false;
        Subject = subject;
        Exhibits = await exhibits.OfAsync(subject, ct);
        Open = await holds.OfAsync(subject, ct);
        Choices = MayMark ? await list.HandleAsync(subject, ct) : [];
        return true;
    }
}
