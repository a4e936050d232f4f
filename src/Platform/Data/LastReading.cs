using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// What every page shows to everybody, read once for all of them. It is kept until this process changes something in the module's
/// schema, and for two seconds at most: another host may have changed it. What one person may see of it is decided each time.
/// </summary>
/// <typeparam name="TModule">The module.</typeparam>
/// <typeparam name="TValue">What is read.</typeparam>
public sealed class LastReading<TModule, TValue>(Store<TModule> store, TimeProvider clock)
    where TModule : IModule
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(2);
    private Reading? _last;

    /// <summary>What was read last, or what is read now.</summary>
    public async ValueTask<TValue> GetAsync(Func<CancellationToken, Task<TValue>> read, CancellationToken ct)
    {
        // Noted before reading: what a commit overtakes is good enough for this caller, and too old for the next.
        var (edition, at) = (store.Edition, clock.GetTimestamp());
        if (Volatile.Read(ref _last) is { } last && last.Edition == edition && clock.GetElapsedTime(last.At, at) < Trusted)
            return last.Value;
        var value = await read(ct);
        Volatile.Write(ref _last, new(value, edition, at));
        return value;
    }

    private sealed record Reading(TValue Value, long Edition, long At);
}
