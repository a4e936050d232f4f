using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// Remembers when something was last sent. A request whose answer was lost may still be on its way through the network's servers, so for
/// a while "not there" does not mean "it will not come".
/// </summary>
internal sealed class Attempts(TimeProvider clock)
{
    private const int Remembered = 1_000;

    // As long as a request can live: the servers in front of the network give up after less.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _sent = new(StringComparer.Ordinal);

    public void Note(Outbound outbound)
    {
        var now = clock.GetUtcNow();
        if (_sent.Count >= Remembered)
        {
            foreach (var (key, _) in _sent.Where(entry => now - entry.Value > Settling))
                _sent.TryRemove(key, out _);
        }

        _sent[outbound.Key] = now;
    }

    /// <summary>What it means that the publication is not there now.</summary>
    public Outcome<Sighting> NotFound(Outbound outbound)
    {
        var sent = _sent.TryGetValue(outbound.Key, out var noted) && noted > outbound.IntendedAt ? noted : outbound.IntendedAt;
        var wait = sent + Settling - clock.GetUtcNow();
        return wait <= TimeSpan.Zero
            ? new Outcome<Sighting>.Success(new Sighting(null))
            : new Outcome<Sighting>.Retry(wait < Settling ? wait : Settling, "It is not there yet, but may still be on its way.");
    }
}
