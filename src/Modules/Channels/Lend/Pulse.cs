namespace PoliceSocial.Channels.Lend;

/// <summary>
/// How one channel is doing, in memory: noted with every call, written down every few seconds. It is also the gate: nobody calls
/// before the time that the network asked for, and a network whose answers make no sense is tried by one caller at a time.
/// </summary>
internal sealed class Pulse(HealthRow stored, IEnumerable<BudgetRow> budgets, Rhythm rhythm)
{
    /// <summary>So many senseless answers in a row, and the channel rests between tries.</summary>
    public const int BreaksBeforeRest = 5;

    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileTried = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, BudgetRow> _budgets = budgets.ToDictionary(b => b.Name, StringComparer.Ordinal);
    private HealthRow _health = stored;
    private Rhythm _rhythm = rhythm;
    private bool _dirty;
    private bool _probing;

    public long ChannelId => _health.ChannelId;

    /// <summary>Gaps that were noticed and are not written down yet.</summary>
    public GapTray Gaps { get; } = new();

    public Reading Read()
    {
        lock (_lock)
            return new(_health, [.. _budgets.Values.OrderBy(b => b.Name, StringComparer.Ordinal)], _rhythm);
    }

    /// <summary>Asks to call now.</summary>
    public Entry Enter(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_health.RetryAt > now)
                return new Entry.Wait(_health.RetryAt.Value - now, _health.RetryWhy ?? "");
            var resting = _health.Breaks >= BreaksBeforeRest;
            if (resting && _probing)
                return new Entry.Wait(WhileTried, _health.RetryWhy ?? "");
            _probing |= resting;
            Change(_health with { CalledAt = now });
            return new Entry.Go(resting);
        }
    }

    /// <summary>A call that was let in has ended, however it ended.</summary>
    public void Leave(Entry.Go entry)
    {
        if (!entry.Probe)
            return;
        lock (_lock)
            _probing = false;
    }

    public void Answered(DateTimeOffset now)
    {
        lock (_lock)
            Change(_health with { AnsweredAt = now, Failures = 0, Breaks = 0 });
    }

    public void AskedToWait(DateTimeOffset now, TimeSpan after, string why)
    {
        lock (_lock)
        {
            var until = now + (after > ShortestWait ? after : ShortestWait);
            if (_health.RetryAt is null || _health.RetryAt < until)
                _health = _health with { RetryAt = until, RetryWhy = why };
            Fail(now, why);
        }
    }

    public void Failed(DateTimeOffset now, string why)
    {
        lock (_lock)
            Fail(now, why);
    }

    public void MadeNoSense(DateTimeOffset now, string why)
    {
        lock (_lock)
        {
            Fail(now, why);
            var breaks = _health.Breaks + 1;
            Change(_health with { Breaks = breaks });
            if (breaks < BreaksBeforeRest)
                return;
            var rest = FirstRest * Math.Pow(2, Math.Min(breaks - BreaksBeforeRest, 10));
            _health = _health with { RetryAt = now + (rest < LongestRest ? rest : LongestRest), RetryWhy = why };
        }
    }

    /// <summary>Something came from people.</summary>
    public void EventsCame(DateTimeOffset now, int count)
    {
        lock (_lock)
        {
            _rhythm = _rhythm.With(_health.EventAt, now, count);
            Change(_health with { EventAt = now });
        }
    }

    public void CredentialLasts(DateTimeOffset? until)
    {
        lock (_lock)
        {
            if (_health.CredentialExpires != until)
                Change(_health with { CredentialExpires = until });
        }
    }

    /// <summary>Somebody signed in anew: what was wrong with the old credential does not count.</summary>
    public void StartAnew(DateTimeOffset? credentialExpires)
    {
        lock (_lock)
            Change(_health with { Failures = 0, Breaks = 0, RetryAt = null, RetryWhy = null, CredentialExpires = credentialExpires });
    }

    public void Note(ChannelSign.Budget budget, DateTimeOffset now)
    {
        lock (_lock)
        {
            _budgets[budget.Name] = new()
            {
                ChannelId = ChannelId,
                Name = budget.Name,
                Remaining = budget.Remaining,
                Most = budget.Limit,
                ResetsAt = budget.Resets,
                NotedAt = now,
            };
            _dirty = true;
        }
    }

    /// <summary>Takes what changed since it was last taken, or null.</summary>
    public Reading? TakeChanged()
    {
        lock (_lock)
        {
            if (!_dirty)
                return null;
            _dirty = false;
            return Read();
        }
    }

    /// <summary>What was taken could not be written down.</summary>
    public void KeepChanged()
    {
        lock (_lock)
            _dirty = true;
    }

    private void Fail(DateTimeOffset now, string why) =>
        Change(_health with { FailedAt = now, FailedWhy = why, Failures = _health.Failures + 1 });

    private void Change(HealthRow health)
    {
        _health = health;
        _dirty = true;
    }
}

/// <summary>A channel's health at one moment.</summary>
internal sealed record Reading(HealthRow Health, IReadOnlyList<BudgetRow> Budgets, Rhythm Rhythm);
