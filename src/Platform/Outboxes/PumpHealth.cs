using System.Collections.Concurrent;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>Which lines of the pump are in trouble; readiness asks it.</summary>
internal sealed class PumpHealth
{
    private readonly ConcurrentDictionary<string, string> _failing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _parked = new(StringComparer.Ordinal);

    /// <summary>Lines that are failing now, with the type of error.</summary>
    public IReadOnlyDictionary<string, string> FailingLines => _failing;

    /// <summary>How many events were parked since the start, by line.</summary>
    public IReadOnlyDictionary<string, int> ParkedByLine => _parked;

    public void Well(string line) => _failing.TryRemove(line, out _);

    public void Failing(string line, Exception error) => _failing[line] = error.GetType().Name;

    public void Parked(string line) => _parked.AddOrUpdate(line, 1, (_, n) => n + 1);
}
