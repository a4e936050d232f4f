namespace PoliceSocial.Evidence.Disposing;

/// <summary>Wakes whoever carries disposals out.</summary>
internal sealed class DisposalQueue : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring() => _rung.Release();

    /// <summary>Waits until something was confirmed, or at most so long.</summary>
    public Task RungAsync(TimeSpan atMost, CancellationToken ct) => _rung.WaitAsync(atMost, ct);

    public void Dispose() => _rung.Dispose();
}
