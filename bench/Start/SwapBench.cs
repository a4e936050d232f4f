using PoliceSocial.Bench.Faults;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Bench.Start;

/// <summary>
/// Exchanges a connector again and again while calls run: how long that takes beyond the draining of calls, from the gate until the
/// old version is out of memory, and how many versions are in memory in the end.
/// </summary>
internal static class SwapBench
{
    private const string Id = "loopback";
    private const int Swaps = 200;
    private const int Callers = 8;
    private const double LongestMilliseconds = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(string data, CancellationToken ct)
    {
        await ConnectorChoice.AddSecondAsync(data, ct);
        await using var app = LoopbackForce.Build(data);
        var (shelf, lines) = (app.Services.GetRequiredService<PluginShelf>(), app.Services.GetRequiredService<IConnectorLines>());
        var versions = app.Services.GetRequiredService<ShelfCatalogue>().Find(Id).Versions;
        await PutAsync(shelf, versions[0], ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var callers = Enumerable.Range(0, Callers).Select(_ => CallAsync(lines, stop.Token)).ToList();
        var took = new List<double>();
        var cutOff = 0;
        for (var swap = 1; swap <= Swaps; swap++)
        {
            var old = shelf.FindActive(Id)!;
            var swapped = await PutAsync(shelf, versions[swap % versions.Count], ct);
            await shelf.RetiredAsync();
            var left = shelf.Statuses.Single(s => s.Version == old);
            took.Add((swapped + left.Leaving!.Value).TotalMilliseconds);
            cutOff += left.CutOff;
        }

        await stop.CancelAsync();
        var calls = await Task.WhenAll(callers);
        Figures.Say($"{Swaps} swaps while {calls.Sum()} calls ran; {cutOff} of them were cut off.");
        Figures.Print("start.swap", Figures.Median(took), "ms", LongestMilliseconds, "<=1");
        Figures.Print("start.swap-p95", Figures.Percentile(took, 0.95), "ms", LongestMilliseconds);
        Figures.Print("start.swap-calls-cut-off", cutOff, "calls", 1, "<=0");
        Figures.Print("start.swap-versions-in-memory", InMemory(data), "versions", 1, "<=1");
    }

    private static async Task<TimeSpan> PutAsync(PluginShelf shelf, PluginVersion version, CancellationToken ct) => await shelf.PutAsync(version, ct) switch
    {
        SwapOutcome.Active active => active.Took,
        SwapOutcome.Kept kept => throw new InvalidOperationException($"{version} was not taken into use: {kept.Why}"),
        _ => throw new InvalidOperationException("A swap has two outcomes."),
    };

    /// <summary>Calls without a pause; how often. Every call must succeed.</summary>
    private static async Task<int> CallAsync(IConnectorLines lines, CancellationToken ct)
    {
        var calls = 0;
        for (string? after = null; !ct.IsCancellationRequested; calls++)
        {
            var outcome = await lines.UseAsync<ICollect, CollectedPage>(
                LoopbackForce.ChannelId, (line, token) => line.CollectAsync(after, Patience, token), CancellationToken.None);
            after = outcome is Outcome<CollectedPage>.Success { Value: var page }
                ? page.Next
                : throw new InvalidOperationException($"A call failed during a swap: {outcome}");
        }

        return calls;
    }

    /// <summary>Counted by the runtime itself, not by the shelf's own book.</summary>
    private static int InMemory(string data) => AppDomain.CurrentDomain.GetAssemblies()
        .Count(a => !a.IsDynamic && a.Location.StartsWith(Path.Combine(data, "plugins", Id), StringComparison.Ordinal));
}
