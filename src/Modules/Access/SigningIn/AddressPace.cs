using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Slows guessing from one network address over many names. Only failures count: an office shares an address.</summary>
internal sealed class AddressPace(IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int SweepAt = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes an attempt, before its password is looked at: many at once must not pass a count that none of them has reached.
    /// </summary>
    public Pace Take(string address)
    {
        if (_counts.Count > SweepAt)
            Sweep();
        var count = _counts.AddOrUpdate(address, _ => new(1, clock.GetTimestamp()), (_, c) => IsOver(c) ? new(1, clock.GetTimestamp()) : c with { Taken = c.Taken + 1 });
        return count.Taken <= options.Value.FailuresPerAddress ? Pace.Free
            : count.Taken == options.Value.FailuresPerAddress + 1 ? Pace.JustExceeded
            : Pace.Exceeded;
    }

    /// <summary>The attempt succeeded: it does not count.</summary>
    public void GiveBack(string address)
    {
        if (_counts.TryGetValue(address, out var count))
            _counts.TryUpdate(address, count with { Taken = Math.Max(0, count.Taken - 1) }, count);
    }

    private bool IsOver(Count count) => clock.GetElapsedTime(count.Since) >= Window;

    private void Sweep()
    {
        foreach (var address in _counts.Where(c => IsOver(c.Value)).Select(c => c.Key))
            _counts.TryRemove(address, out _);
    }

    private sealed record Count(int Taken, long Since);
}

/// <summary>Whether an address may try.</summary>
internal enum Pace
{
    Free,

    /// <summary>Too many, for the first time in this window: worth an entry in the ledger.</summary>
    JustExceeded,

    Exceeded,
}
