using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Publishing.Pausing;

/// <summary>What is paused, since when and why; where everything is stopped, and where it is let go on.</summary>
[Authorize(Policy = PublishingPermissions.Read)]
internal sealed class PauseEverything(
    Store<PublishingModule> store, PausePublishing pause, ResumePublishing resume, ChannelsInReach reach, IPeople people) : PageModel
{
    private const int Shown = 20;

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<PauseRow> Pauses { get; private set; } = [];

    public IReadOnlyDictionary<long, ChannelSummary> Channels { get; private set; } = new Dictionary<long, ChannelSummary>();

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public Person Person => HttpContext.Person();

    public bool MayPause => Person.Grants.Allows(PublishingPermissions.Pause);

    public bool IsPaused => Pauses.Any(p => p is { ChannelId: null, ResumedAt: null });

    public string NameOf(long id) => id == 0 ? "The service" : Names.GetValueOrDefault(id, "A colleague");

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostPauseAsync([FromServices] IValidator<PauseCommand> rules, CancellationToken ct)
    {
        var command = new PauseCommand(Reason);
        var result = await rules.ValidateAsync(command, ct);
        foreach (var error in result.Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (result.IsValid)
            return Answer(await pause.HandleAsync(Person, command, ct), "Publishing is paused. Nothing goes out until a second person lets it go on.", "Publishing is paused already.");
        await ReadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostResumeAsync([FromForm] long pauseId, CancellationToken ct) =>
        Answer(await resume.HandleAsync(Person, pauseId, ct), "Publishing goes on.", "That pause is over already.");

    private async Task ReadAsync(CancellationToken ct)
    {
        Channels = await reach.OfAsync(Person, PublishingPermissions.Read, ct);
        var inForce = await store.QueryAsync(PauseRow.InForce, null, ct);
        var latest = await store.QueryAsync(PauseRow.Latest, new { take = Shown }, ct);
        Pauses = [.. inForce.UnionBy(latest, p => p.Id).Where(p => p.ChannelId is not { } c || Channels.ContainsKey(c)).OrderByDescending(p => p.Id)];
        Names = await people.NamesAsync(Pauses.SelectMany(p => new[] { p.PausedBy, p.ResumedBy, p.AcknowledgedBy }).OfType<long>().Distinct(), ct);
    }

    private IActionResult Answer(PauseOutcome outcome, string done, string already)
    {
        if (outcome == PauseOutcome.NotAllowed)
            return Forbid();
        TempData["Flash"] = outcome switch
        {
            PauseOutcome.Done => done,
            PauseOutcome.NeedsASecondPerson => "You paused publishing yourself: a second person must let it go on. Nothing was changed.",
            PauseOutcome.AlreadySo or PauseOutcome.NotAllowed => already,
        };
        return RedirectToPage("/Pausing/PauseEverything");
    }
}
