using System.Collections.Concurrent;

namespace PoliceSocial.Channels.Lend;

/// <summary>The pulse of every channel; what was written down is read once, when the first is asked for.</summary>
internal sealed class Pulses(Store<ChannelsModule> store) : IDisposable
{
    public static readonly Statement<HealthRow> AllHealth = Statement.Of<HealthRow>(
        """
        SELECT ChannelId, CalledAt, AnsweredAt, FailedAt, FailedWhy, Failures, Breaks, RetryAt, RetryWhy, EventAt, CredentialExpires
        FROM channels.Health
        """);

    public static readonly Statement<BudgetRow> AllBudgets = Statement.Of<BudgetRow>(
        "SELECT ChannelId, Name, Remaining, Most, ResetsAt, NotedAt FROM channels.Budget");

    public static readonly Statement<RhythmRow> AllRhythms = Statement.Of<RhythmRow>(
        "SELECT ChannelId, Day, Events, LongestSilence FROM channels.Rhythm");

    private readonly ConcurrentDictionary<long, Pulse> _pulses = new();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile bool _read;

    public IEnumerable<Pulse> All => _pulses.Values;

    public async ValueTask<Pulse> OfAsync(long channelId, CancellationToken ct)
    {
        if (!_read)
            await ReadAsync(ct);
        return _pulses.GetOrAdd(channelId, static id => new(new() { ChannelId = id }, [], new(id, [])));
    }

    public void Dispose() => _reading.Dispose();

    private async Task ReadAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (_read)
                return;
            var budgets = (await store.QueryAsync(AllBudgets, null, ct)).ToLookup(b => b.ChannelId);
            var days = (await store.QueryAsync(AllRhythms, null, ct)).ToLookup(d => d.ChannelId);
            foreach (var health in await store.QueryAsync(AllHealth, null, ct))
                _pulses[health.ChannelId] = new(health, budgets[health.ChannelId], new(health.ChannelId, days[health.ChannelId]));
            _read = true;
        }
        finally
        {
            _reading.Release();
        }
    }
}
