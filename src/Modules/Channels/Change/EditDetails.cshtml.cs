using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Model;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Channels.Change;

/// <summary>Changes what staff decide about a channel.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class EditDetails(ChannelBook book, EditChannel edit, IPeople people) : ChannelPage(book, ChannelPermissions.Manage)
{
    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    public DetailsForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var row = Channel.Row;
        Version = row.Version;
        Input = new()
        {
            Name = row.Name,
            TeamId = row.TeamId,
            RepliesNeedApproval = row.RepliesNeedApproval,
            PurposeNeeded = row.PurposeNeeded,
            QuietRule = row.QuietRule,
            QuietMinutes = row.QuietMinutes,
        };
        return await ShowAsync(new(), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var problems = ProblemsOf(Input, ModelState);
        if (problems.Any)
            return await ShowAsync(problems, ct);
        switch (await edit.RunAsync(Person, Channel, Input.ToDetails(), Version, ct))
        {
            case EditOutcome.Saved:
                return BackWith("Saved.");
            case EditOutcome.NotAllowed:
                return Forbid();
            case EditOutcome.ChangedMeanwhile:
                problems.Add("", "This channel was changed while you were editing it. Nothing of yours was saved; it still stands below. Look at the channel, then save again.");
                Version = Channel.Row.Version;
                ModelState.Clear();
                break;
        }

        return await ShowAsync(problems, ct);
    }

    /// <summary>What is wrong with what was filled in; also for a number that is none.</summary>
    public static Problems ProblemsOf(DetailsInput input, ModelStateDictionary state)
    {
        var problems = new Problems();
        foreach (var field in state.Where(s => s.Value?.ValidationState == ModelValidationState.Invalid))
            problems.Add(field.Key[(field.Key.LastIndexOf('.') + 1)..], field.Key.EndsWith(nameof(DetailsInput.QuietMinutes), StringComparison.Ordinal) ? "Enter the minutes as a whole number" : "Choose from the list");
        if (problems.Any)
            return problems;
        foreach (var error in new ChannelDetailsValidator().Validate(input.ToDetails()).Errors)
            problems.Add(error.PropertyName, error.ErrorMessage);
        return problems;
    }

    private async Task<IActionResult> ShowAsync(Problems problems, CancellationToken ct)
    {
        Form = new(Input.ToDetails(), problems, await people.TeamsAsync(ct));
        return Page();
    }
}
