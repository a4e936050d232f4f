using System.Collections.Concurrent;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access;

/// <summary>
/// What is kept in memory so that a request need not ask the database who is there and what they may do. Emptied by every
/// change that this process makes, and not trusted for longer than a few seconds because of other processes' changes.
/// </summary>
internal sealed class AccessMemory(TimeProvider clock)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<object, Kept> _kept = new();
    private long _generation;

    /// <summary>What is kept under a key, or what is read now.</summary>
    public async ValueTask<TValue> GetAsync<TValue>(object key, Func<CancellationToken, Task<TValue>> read, CancellationToken ct)
    {
        // What was read before a change must not be kept after it: the generation is noted first.
        var generation = Volatile.Read(ref _generation);
        if (_kept.TryGetValue(key, out var kept) && kept.Generation == generation && clock.GetElapsedTime(kept.At) < Trusted)
            return (TValue)kept.Value!;
        var value = await read(ct);
        _kept[key] = new(value, generation, clock.GetTimestamp());
        return value;
    }

    public void Drop(object key) => _kept.TryRemove(key, out _);

    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _kept.Clear();
    }

    private sealed record Kept(object? Value, long Generation, long At);
}

/// <summary>Commits a change that may alter who is there or what they may do.</summary>
internal static class Remembered
{
    public static async Task CommitAsync(this Session session, AccessMemory memory, CancellationToken ct)
    {
        await session.CommitAsync(ct);
        memory.Forget();
    }
}
