using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>Renews a channel's sign-in: same channel, same history, and only as the same account.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class SignInAgain(
    Store<ChannelsModule> store, ChannelBook book, IShelf shelf, Connecting connecting, ReconnectChannel reconnect, SignInPages pages, ActFactory acts,
    IConfiguration configuration) : ChannelPage(book, ChannelPermissions.Manage)
{
    public SignInForm? Form { get; private set; }

    public Uri? Leaving { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(shelf.FindActive(Channel.Row.Connector), Channel.Settings, new(), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? how, CancellationToken ct)
    {
        if (shelf.FindActive(Channel.Row.Connector) is not { } manifest)
            return Page();
        if (manifest.Rehearsal != Channel.Row.Rehearsal)
            return Forbid();
        var values = FieldView.ValuesIn(Request.Form, manifest);
        var step = how == "page"
            ? await connecting.LeaveAsync(Person, manifest.Id, values, Channel, SignInForm.CallbackOf(this, configuration, manifest.Id), ct)
            : await connecting.CheckAsync(Person, manifest.Id, values, Channel, ct);
        switch (step)
        {
            case Step.Tried { Outcome: TryOutcome.Accepted accepted }:
                return BackWith(WordsOf(await reconnect.RunAsync(acts.By(Person, ReconnectChannel.Kind), accepted.Attempt, ct)));
            case Step.Leaving { Outcome: StartOutcome.Started started }:
                Leaving = started.Address;
                break;
        }

        await ShowAsync(manifest, values, SignInForm.ProblemsOf(step) ?? new(), ct);
        return Page();
    }

    public static string WordsOf(ReconnectOutcome outcome) => outcome switch
    {
        ReconnectOutcome.Reconnected => "Signed in again: the same channel, with all its history.",
        ReconnectOutcome.Expired => "That sign-in ran out after ten minutes. Nothing was changed. Sign in again.",
        ReconnectOutcome.ChangedMeanwhile => "A colleague changed this channel while you were signing in. Nothing of yours was kept. Look at it, then sign in again.",
    };

    private async Task ShowAsync(ConnectorManifest? manifest, IReadOnlyDictionary<string, string> values, Problems problems, CancellationToken ct)
    {
        if (manifest is null)
            return;
        var stored = await Vault.NamesAsync(store, Channel.Id, ct);
        Form = new()
        {
            Manifest = manifest,
            Fields = FieldView.Of(manifest, values, stored, problems),
            Problems = problems,
            HasPage = await pages.HasAsync(manifest, ct),
            CheckLabel = "Test and sign in",
        };
    }
}
