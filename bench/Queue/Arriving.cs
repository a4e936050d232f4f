using System.Collections.Concurrent;
using System.Diagnostics;
using PoliceSocial.Bench.Faults;

namespace PoliceSocial.Bench.Queue;

/// <summary>What staff notice while messages arrive: how long a page takes, and how soon a message is on an open screen.</summary>
internal static class Arriving
{
    private const int Flood = 2_000;
    private const int Busy = 200;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(25);

    public static async Task PagesAsync(ServiceProcess service, FilledStore store, CancellationToken ct)
    {
        var idle = await Sides.ManyAsync(service, ct);
        Cost pressed;
        double rate;
        await using (new Traffic(store.Network, Flood))
        {
            await Task.Delay(Settle, ct);
            var (before, started) = (Traces.Collected(store.Data), Stopwatch.GetTimestamp());
            pressed = await Sides.ManyAsync(service, ct);
            rate = (Traces.Collected(store.Data) - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        Figures.Print("queue.page-p99-arriving", pressed.P99 * 1e3, "ms", idle.P99 * 1e3, "<=4");
        Figures.Print("queue.arriving-rate", rate, "items/s", Flood);
        await CaughtUpAsync(store, ct);
    }

    public static async Task VisibleAsync(ServiceProcess service, FilledStore store, CancellationToken ct)
    {
        using var desk = new Desk();
        await desk.SignInAsync(service.Address, "rees", ct);
        var (first, handedOver) = (store.Network.Feed.Written, new ConcurrentDictionary<long, long>());
        store.Network.Feed.HandedOver = handedOver;
        var delays = new List<double>();
        using var watched = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var seen = first;
        var looking = new OpenScreen(desk, service.Address).LookAsync(newest =>
        {
            for (; seen < newest; seen++)
            {
                if (handedOver.TryGetValue(seen + 1, out var at))
                    delays.Add(Stopwatch.GetElapsedTime(at).TotalSeconds);
            }
        }, watched.Token);
        await using (new Traffic(store.Network, Busy))
            await Task.Delay(Watched, ct);
        await Task.Delay(Settle, ct);
        await watched.CancelAsync();
        await looking;
        store.Network.Feed.HandedOver = null;
        var late = handedOver.Count - delays.Count;
        if (late > handedOver.Count / 100)
            throw new InvalidOperationException($"{late} of {handedOver.Count} items were not on the screen {Settle.TotalSeconds} seconds after the last arrived.");
        Figures.Print("queue.visible-p99", Figures.Percentile(delays, 0.99), "s", 2, "<=1");
        Figures.Print("queue.visible-p50", Figures.Percentile(delays, 0.5), "s", 2);
    }

    private static async Task CaughtUpAsync(FilledStore store, CancellationToken ct)
    {
        while (Traces.Collected(store.Data) < store.Network.Feed.Written)
            await Task.Delay(200, ct);
    }
}
