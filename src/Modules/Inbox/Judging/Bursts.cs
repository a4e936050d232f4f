using System.Collections.Concurrent;

namespace PoliceSocial.Inbox.Judging;

/// <summary>
/// Counts messages by place and by post in the last minutes, in memory: it begins anew with the service, and one message counts once.
/// </summary>
internal sealed class Bursts(TimeProvider clock)
{
    private const int MostSubjects = 5_000;
    private const int LongestMinutes = 60;
    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One more message about a subject.</summary>
    public void Note(string subject)
    {
        var minute = Minute();
        if (_counters.Count >= MostSubjects)
            Forget(minute);
        _counters.GetOrAdd(subject, _ => new()).Add(minute);
    }

    /// <summary>How many there were in the last minutes.</summary>
    public int Of(string subject, int minutes) =>
        _counters.TryGetValue(subject, out var counter) ? counter.Since(Minute() - Math.Min(minutes, LongestMinutes) + 1) : 0;

    private long Minute() => clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;

    private void Forget(long minute)
    {
        foreach (var (subject, counter) in _counters)
        {
            if (counter.Since(minute - LongestMinutes) == 0)
                _counters.TryRemove(subject, out _);
        }

        // A flood about ever new subjects: what is counted is a burst about one, so beginning anew loses little.
        if (_counters.Count >= MostSubjects)
            _counters.Clear();
    }

    /// <summary>A ring of minutes.</summary>
    private sealed class Counter
    {
        private readonly (long Minute, int N)[] _minutes = new (long, int)[LongestMinutes];

        public void Add(long minute)
        {
            lock (_minutes)
            {
                ref var slot = ref _minutes[minute % LongestMinutes];
                slot = slot.Minute == minute ? (minute, slot.N + 1) : (minute, 1);
            }
        }

        public int Since(long minute)
        {
            lock (_minutes)
                return _minutes.Where(m => m.Minute >= minute).Sum(m => m.N);
        }
    }
}
