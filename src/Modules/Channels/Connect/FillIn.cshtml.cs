using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>What a connector needs to know to sign in as the force's account.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class FillIn(IShelf shelf, Connecting connecting, SignInPages pages, IConfiguration configuration) : PageModel
{
    public SignInForm Form { get; private set; } = null!;

    public Uri? Leaving { get; private set; }

    public async Task<IActionResult> OnGetAsync(string connector, CancellationToken ct) =>
        !MayConnect ? Forbid() : shelf.FindActive(connector) is { } manifest ? await ShowAsync(manifest, null, new(), ct) : NotFound();

    public async Task<IActionResult> OnPostAsync(string connector, string? how, CancellationToken ct)
    {
        if (!MayConnect)
            return Forbid();
        if (shelf.FindActive(connector) is not { } manifest)
            return NotFound();

        var values = FieldView.ValuesIn(Request.Form, manifest);
        var person = HttpContext.Person();
        var step = how == "page"
            ? await connecting.LeaveAsync(person, manifest.Id, values, null, SignInForm.CallbackOf(this, configuration, manifest.Id), ct)
            : await connecting.CheckAsync(person, manifest.Id, values, null, ct);
        switch (step)
        {
            case Step.Tried { Outcome: TryOutcome.Accepted accepted }:
                return RedirectToPage("/Connect/Confirm", new { connector = manifest.Id, attempt = accepted.Attempt.Id });
            case Step.Leaving { Outcome: StartOutcome.Started started }:
                Leaving = started.Address;
                break;
        }

        return await ShowAsync(manifest, values, SignInForm.ProblemsOf(step) ?? new(), ct);
    }

    /// <summary>A new channel is in nobody's reach yet: only who manages all of them may add one.</summary>
    private bool MayConnect => HttpContext.Person().Grants.Where(ChannelPermissions.Manage).Everywhere;

    private async Task<IActionResult> ShowAsync(ConnectorManifest manifest, IReadOnlyDictionary<string, string>? values, Problems problems, CancellationToken ct)
    {
        Form = new()
        {
            Manifest = manifest,
            Fields = FieldView.Of(manifest, values, [], problems),
            Problems = problems,
            HasPage = await pages.HasAsync(manifest, ct),
            CheckLabel = "Test and continue",
        };
        return Page();
    }
}
