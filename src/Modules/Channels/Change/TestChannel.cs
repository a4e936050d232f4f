using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;

namespace PoliceSocial.Channels.Change;

/// <summary>
/// Asks the network now whether a channel works. One that lost its sign-in and is accepted again (the network was at fault) goes on.
/// </summary>
internal sealed class TestChannel(Store<ChannelsModule> store, ConnectorLines lines, ChannelBook book, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.test-channel");
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    public async Task<TestOutcome> RunAsync(Person person, Channel channel, CancellationToken ct)
    {
        if (!channel.CoveredBy(person, ChannelPermissions.Manage))
            return new TestOutcome.NotAllowed();
        if (channel.Row.State == ChannelState.Disconnected)
            return new TestOutcome.Fails($"{channel.Name} is disconnected and has no sign-in to test. Sign in again to use it.");

        var said = await AskAsync(channel, ct);
        var why = WhyNot(said)?.ToSentence();
        var page = await book.OpenAsync(ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new ChannelTested(channel.Id, why is null, why));
        if (why is null && await session.MoveAsync(channel, ChannelState.Connected, null, clock.GetUtcNow(), [ChannelState.NeedsReconnecting], ct) > 0)
        {
            session.Raise(new ChannelReconnected(channel.Id, channel.Row.AccountId, NewCredential: false));
            foreach (var alarm in page.AlarmsOf(channel.Id).Where(a => a.Kind == ChannelAlarmKind.SignInLost))
                await KeepAlarms.EndAsync(session, alarm, clock.GetUtcNow(), ct);
        }

        await session.CommitAsync(ct);
        book.Forget();
        return why is null ? new TestOutcome.Works() : new TestOutcome.Fails(why);
    }

    private async Task<Outcome<ChannelIdentity>> AskAsync(Channel channel, CancellationToken ct)
    {
        using var tooLong = new CancellationTokenSource(Within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, ct);
        try
        {
            return await lines.TryAsync<IConnector, ChannelIdentity>(channel, (connector, token) => connector.CheckAsync(token), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Outcome<ChannelIdentity>.OutcomeUnknown($"Nothing came within {Within.TotalSeconds} seconds.");
        }
    }

    private static string? WhyNot(Outcome<ChannelIdentity> said) => said switch
    {
        Outcome<ChannelIdentity>.Success => null,
        Outcome<ChannelIdentity>.Retry r => $"It is not asked again for {Words.Duration(r.After)}: {r.Why}",
        Outcome<ChannelIdentity>.Reconnect r => $"The network does not accept the sign-in: {r.Why}",
        Outcome<ChannelIdentity>.Refused r => $"The network said no: {r.Why}",
        Outcome<ChannelIdentity>.Broken r => $"The network’s answer could not be understood: {r.Why}",
        Outcome<ChannelIdentity>.OutcomeUnknown r => $"The network did not answer in time: {r.Why}",
        _ => throw new InvalidOperationException("An outcome of no known sort."),
    };
}

/// <summary>What came of it.</summary>
internal abstract record TestOutcome
{
    public sealed record Works : TestOutcome;

    public sealed record Fails(string Why) : TestOutcome;

    public sealed record NotAllowed : TestOutcome;
}
