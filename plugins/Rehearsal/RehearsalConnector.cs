using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Collect;
using PoliceSocial.Rehearsal.Publish;
using PoliceSocial.Rehearsal.Script;
using PoliceSocial.Rehearsal.Play;

namespace PoliceSocial.Rehearsal;

/// <summary>One channel's line to a whole network that exists only in the channel's state folder.</summary>
internal sealed class RehearsalConnector(ConnectorContext context) : IConnector, ICollect, IPublish
{
    // Two versions of the plugin may serve the channel for a moment while they are swapped; each hears only its own callers.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);
    private readonly Exercise _exercise = new(context);
    private readonly CollectPage _page = new(context);

    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(_exercise.Look() switch
        {
            Outcome<Scenario>.Success { Value: var scenario } => Identity(scenario),
            var failure => failure.As<ChannelIdentity>(),
        });
    }

    public async Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct)
    {
        var deadline = context.Clock.GetUtcNow() + patience;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var changed = _exercise.Changed;
            DateTimeOffset? due = null;
            var outcome = await _exercise.EnterAsync(
                (night, journal) =>
                {
                    var page = _page.Read(night, journal, after, ct);
                    due = night.NextDue(context.Clock.GetUtcNow());
                    return page;
                },
                ct);
            var now = context.Clock.GetUtcNow();
            if (outcome is not Outcome<CollectedPage>.Success { Value: { Items.Count: 0 } page } || now >= deadline)
                return outcome;
            after = page.Next;
            if (!page.More)
                await SleepAsync(changed, Shortest(deadline - now, (due - now) ?? LongestSleep, LongestSleep), ct);
        }
    }

    public Task<Outcome<MediaContent>> FetchMediaAsync(MediaReference media, long maximum, CancellationToken ct) =>
        FetchMedia.FetchAsync(new ScenarioFolder(context.StateFolder), media, maximum, ct);

    public Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<PublishLimits>>(new Outcome<PublishLimits>.Success(Limits.All));

    public int CountLength(string text) => Limits.Count(text);

    public async Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct)
    {
        var outcome = await _exercise.EnterAsync(
            (night, journal) => PublishMessage.Publish(night, journal, outbound, context.Clock.GetUtcNow()), ct);
        _exercise.Announce();
        return outcome;
    }

    public Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct) => _exercise.EnterAsync<Sighting>(
        (night, journal) => new Outcome<Sighting>.Success(new Sighting(FindMessage.Find(night, journal, outbound.Key))), ct);

    public Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct) => _exercise.EnterAsync(
        (night, journal) => WithdrawMessage.Withdraw(night, journal, networkId, context.Clock.GetUtcNow()), ct);

    public ValueTask DisposeAsync()
    {
        _exercise.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Outcome<ChannelIdentity> Identity(Scenario scenario)
    {
        var account = Composer.ForceAccount(scenario.Own);
        return new Outcome<ChannelIdentity>.Success(new ChannelIdentity(account.Id, account.Handle, account.Name));
    }

    private async Task SleepAsync(Task changed, TimeSpan time, CancellationToken ct)
    {
        // A time-out is no fault here, and the loop looks at the token itself.
        if (time > TimeSpan.Zero)
            await changed.WaitAsync(time, context.Clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TimeSpan Shortest(params ReadOnlySpan<TimeSpan> times)
    {
        var shortest = times[0];
        foreach (var time in times)
            shortest = time < shortest ? time : shortest;
        return shortest;
    }
}
