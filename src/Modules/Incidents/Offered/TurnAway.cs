using System.Collections.Concurrent;

namespace PoliceSocial.Incidents.Offered;

/// <summary>
/// Records who was turned away at the door for other forces. The first of a sort is recorded at once; what follows within a minute is
/// counted and recorded together, so that nobody outside can flood the ledger.
/// </summary>
internal sealed class TurnAway(Store<IncidentsModule> store, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("incidents.turn-away");
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Peer, string Why), Held> _held = [];

    /// <param name="peer">The key of whom it was sent as, where there is one of that key.</param>
    /// <param name="why">Why, in one word.</param>
    /// <param name="address">The network address.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RecordAsync(string? peer, string why, string address, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isFirst = false;
        _held.AddOrUpdate((peer ?? "", why), _ =>
        {
            isFirst = true;
            return new(now + Pause, 0, address);
        }, (_, held) => held with { Times = held.Times + 1, Address = address });
        if (isFirst)
            await StoreAsync(peer, why, address, 1, ct);
    }

    /// <summary>Records what was counted, where its minute is over.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var ((peer, why), held) in _held.Where(h => h.Value.Until <= now).ToList())
        {
            if (_held.TryRemove((peer, why), out var last) && last.Times > 0)
                await StoreAsync(peer.Length == 0 ? null : peer, why, last.Address, last.Times, ct);
        }
    }

    private async Task StoreAsync(string? peer, string why, string address, int times, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByStranger(Kind, address), ct);
        session.Raise(new OfferTurnedAway(peer, why, null, times));
        await session.CommitAsync(ct);
    }

    private sealed record Held(DateTimeOffset Until, int Times, string Address);
}
