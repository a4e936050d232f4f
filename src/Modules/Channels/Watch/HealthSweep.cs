using System.Collections.Concurrent;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Channels.Watch;

/// <summary>
/// Looks after all channels: asks those that nobody called for a minute whether they are there, raises alarms and ends them.
/// </summary>
internal sealed class HealthSweep(
    ChannelBook book, Pulses pulses, ConnectorLines lines, KeepAlarms alarms, NoticeGaps gaps, ExpireAttempts attempts, IShelf shelf,
    LiveTopics live, TimeProvider clock)
{
    /// <summary>What screens that show signs of health listen to; no event speaks of a heartbeat.</summary>
    public const string Topic = "channels.health";

    public static readonly TimeSpan HeartbeatAfter = TimeSpan.FromSeconds(60);
    /// <summary>However busy a channel is: only this tells when its credential ends and whose it is.</summary>
    public static readonly TimeSpan IdentityAfter = TimeSpan.FromHours(1);

    public static readonly TimeSpan HeartbeatWithin = TimeSpan.FromSeconds(20);

    /// <summary>A service that starts, or a swap, has no plugin for a moment.</summary>
    private static readonly TimeSpan PluginMayBeGone = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _identified = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _goneSince = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken ct)
    {
        // Another host over the same database may have changed them.
        book.Forget();
        var channels = (await book.OpenAsync(ct)).ByName;
        await Parallel.ForEachAsync(
            channels.Where(c => c.Row.State == ChannelState.Connected), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, BeatAsync);
        foreach (var pulse in pulses.All)
            await gaps.RunAsync(pulse, ct);

        var page = await book.OpenAsync(ct);
        foreach (var channel in page.ByName)
            await ExamineAsync(channel, [.. page.AlarmsOf(channel.Id)], ct);
        await attempts.RunAsync(ct);
        live.Changed(Topic);
    }

    private async ValueTask BeatAsync(Channel channel, CancellationToken ct)
    {
        var pulse = await pulses.OfAsync(channel.Id, ct);
        var now = clock.GetUtcNow();
        var quiet = pulse.Read().Health.CalledAt is not { } called || now - called >= HeartbeatAfter;
        var unidentified = now - _identified.GetOrAdd(channel.Id, now) >= IdentityAfter;
        if (!quiet && !unidentified)
            return;
        _identified[channel.Id] = now;
        using var tooLong = new CancellationTokenSource(HeartbeatWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, ct);
        try
        {
            await lines.TryAsync<IConnector, ChannelIdentity>(channel, (connector, token) => connector.CheckAsync(token), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            pulse.Failed(clock.GetUtcNow(), $"It did not answer within {HeartbeatWithin.TotalSeconds} seconds.");
        }
    }

    private async Task ExamineAsync(Channel channel, IReadOnlyList<AlarmRow> open, CancellationToken ct)
    {
        var reading = (await pulses.OfAsync(channel.Id, ct)).Read();
        var troubles = Diagnosis.Of(channel, reading, IsPluginGone(channel.Row.Connector), clock.GetUtcNow());
        await alarms.RunAsync(channel, open, troubles, Diagnosis.QuietAfter(channel, reading), reading.Health.CredentialExpires, ct);
    }

    private bool IsPluginGone(string connector)
    {
        if (shelf.FindActive(connector) is not null)
        {
            _goneSince.TryRemove(connector, out _);
            return false;
        }

        var now = clock.GetUtcNow();
        return now - _goneSince.GetOrAdd(connector, now) >= PluginMayBeGone;
    }
}
