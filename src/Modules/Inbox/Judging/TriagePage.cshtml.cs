using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Judging;

/// <summary>How triage judges: the alarm's threshold, and what counts beside the words.</summary>
[Authorize(Policy = InboxPermissions.ManageRules)]
internal sealed class TriagePageModel(Store<InboxModule> store, ChangePolicy change, IValidator<ChangePolicyCommand> validator, ModelInUse models, IGrades grades) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>In hundredths; empty: as the model was trained.</summary>
    [BindProperty]
    public double? Threshold { get; set; }

    [BindProperty]
    public double? SoonFrom { get; set; }

    [BindProperty]
    public bool AlarmOtherLanguages { get; set; }

    /// <summary>How much each fact counts, by its name.</summary>
    [BindProperty]
    public Dictionary<string, double> Weights { get; set; } = [];

    [BindProperty]
    public int RepeatFrom { get; set; }

    [BindProperty]
    public int RepeatDays { get; set; }

    [BindProperty]
    public int BurstFrom { get; set; }

    [BindProperty]
    public int BurstMinutes { get; set; }

    [BindProperty]
    public string? Places { get; set; }

    [BindProperty]
    public string? ChildWords { get; set; }

    [BindProperty]
    public DayOfWeek[] Days { get; set; } = [];

    [BindProperty]
    public TimeOnly Opens { get; set; } = new(8, 0);

    [BindProperty]
    public TimeOnly Closes { get; set; } = new(22, 0);

    public string Model { get; private set; } = "";

    public double ModelThreshold { get; private set; }

    public string? Problem { get; private set; }

    public IReadOnlyList<GradeName> Grades => grades.All;

    /// <summary>What each fact is called in the form.</summary>
    public static IReadOnlyList<(FactKind Kind, string Words)> Facts { get; } =
    [
        (FactKind.OwnPost, "A comment on our own post"), (FactKind.RepeatContact, "Somebody who writes often"), (FactKind.KnownContact, "Somebody marked as needing care"),
        (FactKind.Child, "A child"), (FactKind.InArea, "A place in our area"), (FactKind.OutOfHours, "While the desk is not staffed"), (FactKind.Burst, "Many about one place or post"),
    ];

    public static IReadOnlyList<(double Adds, string Words)> Amounts { get; } =
        [(0, "Does not count"), (0.2, "Counts a little"), (0.4, "Counts"), (0.8, "Counts much"), (1.5, "Counts very much")];

    /// <summary>Monday first, as calendars here have it.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var row = await store.FindAsync(PolicyInForce.Newest, new { take = 1 }, ct);
        Show(row is null ? TriagePolicy.Shipped : TriagePolicy.Read(row.Definition));
        Version = row?.Version ?? 0;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new ChangePolicyCommand(Version, Policy());
        foreach (var error in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (ModelState.IsValid && await change.HandleAsync(HttpContext.Person(), command, ct))
        {
            TempData["Flash"] = "Triage judges so from the next message on.";
            return Redirect("/inbox/rules");
        }

        if (ModelState.IsValid)
            ModelState.AddModelError("", "A colleague changed this meanwhile. What you entered is still here: open the page in another tab, compare, and save again.");
        ShowModel();
        return Page();
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static double? Hundredths(double? share) => share is { } s ? Math.Round(s * 100, 1) : null;

    private void Show(TriagePolicy policy)
    {
        (Threshold, SoonFrom, AlarmOtherLanguages) = (Hundredths(policy.Threshold), Hundredths(policy.SoonFrom), policy.AlarmOtherLanguages);
        (RepeatFrom, RepeatDays, BurstFrom, BurstMinutes) = (policy.RepeatFrom, policy.RepeatDays, policy.BurstFrom, policy.BurstMinutes);
        (Places, ChildWords) = (string.Join('\n', policy.Places), string.Join('\n', policy.ChildWords));
        Weights = Facts.ToDictionary(f => f.Kind.ToString(), f => policy.WeightOf(f.Kind));
        if (policy.Desk is { } desk)
            (Days, Opens, Closes) = ([.. desk.Days], desk.Opens, desk.Closes);
        ShowModel();
    }

    private void ShowModel()
    {
        var model = models.Current;
        (Model, ModelThreshold, Problem) = (model.Version, model.Threshold, models.Problem);
    }

    private TriagePolicy Policy() => new()
    {
        Threshold = Threshold / 100,
        SoonFrom = SoonFrom / 100,
        AlarmOtherLanguages = AlarmOtherLanguages,
        Weights = [.. Facts.Select(f => new FactWeight(f.Kind, Weights.GetValueOrDefault(f.Kind.ToString())))],
        RepeatFrom = RepeatFrom,
        RepeatDays = RepeatDays,
        BurstFrom = BurstFrom,
        BurstMinutes = BurstMinutes,
        Places = Lines(Places),
        ChildWords = Lines(ChildWords),
        Desk = Days.Length == 0 ? null : new(Days, Opens, Closes),
    };
}
