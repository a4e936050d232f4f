using System.Collections.Concurrent;

namespace PoliceSocial.Evidence.Making;

/// <summary>Wakes the maker, and remembers which part of which export is being written, for the page.</summary>
internal sealed class ExportQueue : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);
    private readonly ConcurrentDictionary<long, string> _parts = [];

    public void Ring() => _rung.Release();

    public Task<bool> RungAsync(TimeSpan atMost, CancellationToken ct) => _rung.WaitAsync(atMost, ct);

    public void Writes(long exportId, string part) => _parts[exportId] = part;

    public void Ended(long exportId) => _parts.TryRemove(exportId, out _);

    public string? PartOf(long exportId) => _parts.GetValueOrDefault(exportId);

    public void Dispose() => _rung.Dispose();
}
