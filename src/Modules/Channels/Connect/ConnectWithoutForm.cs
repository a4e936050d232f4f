using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>Connects an account without a person at a form, by the same steps.</summary>
internal sealed class ConnectWithoutForm(
    Store<ChannelsModule> store, ChannelBook book, BeginConnecting begin, TryConnection attempt, ConnectChannel connect, ActFactory acts) : IConnectChannel
{
    public async Task<ConnectChannelOutcome> ConnectAsync(ConnectChannelRequest request, CancellationToken ct)
    {
        if ((await book.OpenAsync(ct)).Find(request.ChannelId) is { } there)
            return new ConnectChannelOutcome.Connected(there.Summary, Already: true);
        var details = new ChannelDetails
        {
            Name = request.Name,
            TeamId = request.TeamId,
            RepliesNeedApproval = request.RepliesNeedApproval,
            PurposeNeeded = request.PurposeNeeded,
        };
        if (new ChannelDetailsValidator().Validate(details) is { IsValid: false } invalid)
            return new ConnectChannelOutcome.NotConnected(invalid.Errors[0].ErrorMessage);

        await ForgetUnfinishedAsync(request.ChannelId, ct);
        var form = new ConnectForm(request.ChannelId, request.Connector, request.Settings, null);
        switch (await begin.RunAsync(acts.ByService(BeginConnecting.Kind), form, ct))
        {
            case BeginOutcome.NoSuchPlugin:
                return new ConnectChannelOutcome.NotConnected($"The plugin '{request.Connector}' is not in use. Install it, then try again.");
            case BeginOutcome.NotFilledIn wrong:
                return new ConnectChannelOutcome.NotConnected(string.Join(". ", wrong.Errors.Values) + ".");
            case BeginOutcome.Begun begun:
                var tried = await attempt.RunAsync(acts.ByService(TryConnection.Kind), begun.Attempt, ct);
                return tried is TryOutcome.Accepted accepted
                    ? await FinishAsync(accepted.Attempt, details, ct)
                    : new ConnectChannelOutcome.NotConnected(tried.WhyNot!);
            default:
                throw new InvalidOperationException("An attempt is begun or not.");
        }
    }

    private async Task<ConnectChannelOutcome> FinishAsync(AttemptRow accepted, ChannelDetails details, CancellationToken ct) =>
        await connect.RunAsync(acts.ByService(ConnectChannel.Kind), accepted, details, ct) switch
        {
            ConnectOutcome.Connected c => new ConnectChannelOutcome.Connected(c.Channel.Summary, Already: false),
            ConnectOutcome.AlreadyAChannel => new ConnectChannelOutcome.NotConnected("This account is connected already, as another channel."),
            ConnectOutcome.NoSuchPlugin => new ConnectChannelOutcome.NotConnected("The plugin was taken off the shelf meanwhile."),
            _ => new ConnectChannelOutcome.NotConnected("The sign-in ran out before it became a channel. Try again."),
        };

    /// <summary>A start that was killed half-way left its attempt behind.</summary>
    private async Task ForgetUnfinishedAsync(long id, CancellationToken ct)
    {
        await using var session = await store.BeginBookkeepingAsync("what an interrupted start left behind", ct);
        await SettleAttempt.ForgetAsync(session, id, ct);
        await session.CommitAsync(ct);
    }
}
