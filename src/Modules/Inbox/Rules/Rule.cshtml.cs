using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Rules;

/// <summary>One risk rule: its words, and the bench on which it is tried before it works.</summary>
[Authorize(Policy = InboxPermissions.ManageRules)]
internal sealed class RuleModel(Store<InboxModule> store, ChangeRule change, TryRules tryRules, IValidator<ChangeRuleCommand> validator) : PageModel
{
    [FromRoute(Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public bool Enabled { get; set; }

    [BindProperty]
    public string? Any { get; set; }

    /// <summary>A group of alternatives on each line, separated by commas.</summary>
    [BindProperty]
    public string? Together { get; set; }

    [BindProperty]
    public string? Patterns { get; set; }

    /// <summary>Phrases in which a word does not count.</summary>
    [BindProperty]
    public string? Except { get; set; }

    [BindProperty]
    public string? Unless { get; set; }

    [BindProperty]
    public RuleAudience Audience { get; set; }

    [BindProperty]
    public bool OnOurPosts { get; set; }

    public TriedRules? Tried { get; private set; }

    /// <summary>Looking at what the public wrote needs more than the right to change rules, which shows numbers only.</summary>
    public bool MayRead => HttpContext.Person().Grants.Allows(InboxPermissions.Read);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id == "new")
        {
            Enabled = true;
            return Page();
        }

        var rule = (await store.QueryAsync(RiskRules.All, null, ct)).FirstOrDefault(r => r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == Id);
        if (rule is null)
            return NotFound();
        var definition = RuleDefinition.Read(rule.Definition);
        (Version, Name, Enabled, Audience, OnOurPosts) = (rule.Version, rule.Name, rule.Enabled, definition.Audience, definition.OnOurPosts);
        Any = string.Join('\n', definition.Any);
        Together = string.Join('\n', definition.Together.Select(g => string.Join(", ", g)));
        Patterns = string.Join('\n', definition.Patterns);
        Except = string.Join('\n', definition.Except);
        Unless = string.Join('\n', definition.Unless);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(ct))
            return Page();
        switch (await change.HandleAsync(HttpContext.Person(), Command(), ct))
        {
            case ChangeRuleResult.Overtaken:
                ModelState.AddModelError("", "A colleague changed this rule meanwhile. What you entered is still here: open the rule in another tab, compare, and save again.");
                return Page();
            case ChangeRuleResult.NamesSomebody named:
                ModelState.AddModelError(nameof(Any), $"“{named.Term}” is the name or the handle of somebody who wrote to the force. No alarm is set on one person: leave it out, and describe what is dangerous.");
                return Page();
        }

        TempData["Flash"] = "The rule is saved. It works from the next message on.";
        return Redirect("/inbox/rules");
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        if (await IsValidAsync(ct))
            Tried = await tryRules.HandleAsync(HttpContext.Person(), Command().Definition, ct);
        return Page();
    }

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private ChangeRuleCommand Command() => new(
        long.TryParse(Id, out var id) ? id : null, Version, Name ?? "", Enabled, new()
        {
            Any = Lines(Any),
            Together = [.. Lines(Together).Select(l => (IReadOnlyList<string>)l.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(g => g.Count > 0)],
            Patterns = Lines(Patterns),
            Except = Lines(Except),
            Unless = Lines(Unless),
            Audience = Audience,
            OnOurPosts = OnOurPosts,
        });

    private async Task<bool> IsValidAsync(CancellationToken ct)
    {
        foreach (var error in (await validator.ValidateAsync(Command(), ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        return ModelState.IsValid;
    }
}
