using System.Diagnostics;
using PoliceSocial.Bench.Faults;

namespace PoliceSocial.Bench.Queue;

/// <summary>The public writing at a steady rate, until it is disposed of.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writing;

    public Traffic(Network network, int rate) => _writing = WriteAsync(network, rate);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing;
        _stop.Dispose();
    }

    private async Task WriteAsync(Network network, int rate)
    {
        var (started, written) = (Stopwatch.GetTimestamp(), 0);
        using var timer = new PeriodicTimer(Tick);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var due = (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate);
                network.Feed.Write(due - written);
                written = due;
            }
        }
        catch (OperationCanceledException)
        {
            // Enough was written.
        }
    }
}
