using Microsoft.AspNetCore.Authorization;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Stops a channel for a while, with a reason.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class Pause(ChannelBook book, PauseChannel pause) : ReasonPage(book)
{
    protected override string Done => $"{Channel.Name} is paused. Nothing is collected or published until somebody resumes it.";

    protected override string NotNow => $"{Channel.Name} is not in use at the moment, so there was nothing to pause.";

    protected override Task<StateOutcome> ActAsync(CancellationToken ct) => pause.RunAsync(Person, Channel, Reason, ct);
}
