using Microsoft.AspNetCore.Authorization;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Asks once more before a channel is ended, and says what stays.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class Disconnect(ChannelBook book, DisconnectChannel disconnect) : ReasonPage(book)
{
    protected override string Done => $"{Channel.Name} is disconnected and its secrets are erased. Its history stays.";

    protected override string NotNow => $"{Channel.Name} is disconnected already.";

    protected override Task<StateOutcome> ActAsync(CancellationToken ct) => disconnect.RunAsync(Person, Channel, Reason, ct);
}
