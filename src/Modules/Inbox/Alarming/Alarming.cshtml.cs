using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Whom an alarm reaches that nobody acknowledges.</summary>
[Authorize(Policy = InboxPermissions.ManageRules)]
internal sealed class AlarmingModel(
    Policies policies, ChangeAlarmPolicy change, TestCalls test, IValidator<ChangeAlarmPolicyCommand> validator, IPeople people) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<StepForm> Steps { get; set; } = [];

    [BindProperty]
    public string? HookAddress { get; set; }

    [BindProperty]
    public int RepeatMinutes { get; set; }

    [BindProperty]
    public bool CallsForExercises { get; set; }

    public IReadOnlyList<(string Value, string Label)> Audiences { get; private set; } = [];

    public bool ReachesNobodyOutside => Steps.All(s => string.IsNullOrWhiteSpace(s.Addresses) && !(s.Hook && !string.IsNullOrWhiteSpace(HookAddress)));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (version, policy) = await policies.CurrentAsync(ct);
        (Version, HookAddress, RepeatMinutes, CallsForExercises) = (version, policy.HookAddress, policy.RepeatMinutes, policy.CallsForExercises);
        Steps = [.. policy.Steps.Select(StepForm.Of)];
        await ReadAroundAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new ChangeAlarmPolicyCommand(Version, new()
        {
            Steps = [.. Steps.Where(s => s.Seconds is not null).Select(s => s.ToStep())],
            HookAddress = string.IsNullOrWhiteSpace(HookAddress) ? null : HookAddress.Trim(),
            RepeatMinutes = RepeatMinutes,
            CallsForExercises = CallsForExercises,
        });
        foreach (var error in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (ModelState.IsValid && !await change.HandleAsync(HttpContext.Person(), command, ct))
            ModelState.AddModelError("", "A colleague changed this meanwhile. What you entered is still here: open the page in another tab, compare, and save again.");
        if (!ModelState.IsValid)
        {
            await ReadAroundAsync(ct);
            return Page();
        }

        TempData["Flash"] = "It is saved, and holds from now on, also for alarms that stand already.";
        return Redirect("/inbox/alarming");
    }

    public async Task<IActionResult> OnPostTestAsync(CallWay way, CancellationToken ct)
    {
        if (!Enum.IsDefined(way))
            return BadRequest();
        TempData["Flash"] = await test.HandleAsync(HttpContext.Person(), way, ct) == 0
            ? "No step has an address to send that to: nothing was sent."
            : "The test is going out. The list of calls shows what comes of it.";
        return Redirect("/inbox/alarming");
    }

    private async Task ReadAroundAsync(CancellationToken ct)
    {
        while (Steps.Count < AlarmPolicy.MostSteps)
            Steps.Add(new());
        Audiences =
        [
            ("", "No further ones"), (AlarmAudience.May(InboxPermissions.Approve), "Supervisors: those who may approve replies"),
            (AlarmAudience.May(InboxPermissions.Assign), "Those who may assign conversations"), (AlarmAudience.Everybody, "Everybody who works in the inbox"),
            .. (await people.TeamsAsync(ct)).Select(t => (AlarmAudience.Team(t.Id), $"The team {t.Name}")),
        ];
    }
}

/// <summary>A step as the form has it.</summary>
internal sealed class StepForm
{
    public int? Seconds { get; set; }

    public string? Name { get; set; }

    public string? Audience { get; set; }

    public string? Addresses { get; set; }

    public bool Hook { get; set; }

    public static StepForm Of(AlarmStep step) => new()
    {
        Seconds = step.Seconds,
        Name = step.Name,
        Audience = step.Audience,
        Addresses = string.Join('\n', step.Addresses),
        Hook = step.Hook,
    };

    public AlarmStep ToStep() => new()
    {
        Seconds = Seconds ?? 0,
        Name = Name?.Trim() ?? "",
        Audience = Audience ?? "",
        Addresses = (Addresses ?? "").Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Hook = Hook,
    };
}
