using System.Diagnostics;

namespace PoliceSocial.Bench.Faults;

/// <summary>How hard to try.</summary>
internal sealed record FaultPlan(int Kills, int Seed, int ItemsASecond);

/// <summary>
/// Kills the service at random instants, from its first moments on, while messages arrive and replies go out; starts it again each
/// time on what is left. In the end nothing may be lost, doubled, stuck or unprovable.
/// </summary>
internal static class FaultRun
{
    public const int Channels = 4;
    private static readonly TimeSpan ToCheck = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan ToSettle = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(FaultPlan plan, CancellationToken ct)
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        await using var network = await Network.StartAsync(plan.Seed, ct, Channels, ToCheck);
        await LoopbackForce.SetUpAsync(data, network.Address, ct, Channels);
        await ConnectorChoice.AddSecondAsync(data, ct);
        using var load = new Load(network, data);
        var tally = new Tally();
        using (var ledger = new LedgerWatch(data))
        {
            await KillAsync(plan, new(data, network, load), ledger, tally, ct);
            tally.PublishedBetween = network.Wall.Posts.Count;
            await SettleAsync(data, network, load, ct);
            tally.Unsound += await ledger.FaultAsync(ct) is null ? 0 : 1;
        }

        var isSound = Judgement.Print(data, network, load.Acknowledged, tally.Unsound);
        return tally.Print(network.Wall.Posts.Count) & isSound ? 0 : 1;
    }

    private static async Task KillAsync(FaultPlan plan, Cycle cycle, LedgerWatch ledger, Tally tally, CancellationToken ct)
    {
        await cycle.SignInAsync(ct);
        var chance = new Random(plan.Seed);
        var aims = new Aims(chance);
        for (var kill = 1; kill <= plan.Kills;)
        {
            var started = Stopwatch.GetTimestamp();
            var aim = aims.Next();
            if (await cycle.RunAsync(aim, chance.NextDouble(), plan.ItemsASecond, ct) is not { } phases)
            {
                tally.Missed();
                continue;
            }

            tally.Fell(phases);
            var struck = Stopwatch.GetElapsedTime(started);
            var fault = await ledger.FaultAsync(ct);
            tally.Unsound += fault is null ? 0 : 1;
            Figures.Say($"Kill {kill} after {struck.TotalSeconds:0.0} s, aimed at {aim}, fell in {phases}. {cycle} Ledger {fault ?? "sound"} ({Stopwatch.GetElapsedTime(started).TotalSeconds - struck.TotalSeconds:0.0} s).");
            kill++;
        }
    }

    /// <summary>Lets the service run in peace until all has arrived and every reply has come to an end, then stops it.</summary>
    private static async Task SettleAsync(string data, Network network, Load load, CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data, Cycle.Settings);
        var started = Stopwatch.GetTimestamp();
        await Cycle.ReadyAsync(service, ct);
        for (var awaited = Awaited(data, network); awaited is not null && Stopwatch.GetElapsedTime(started) < ToSettle; awaited = Awaited(data, network))
        {
            Figures.Say($"After {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s {awaited}.");
            await load.LetGoOnAsync(service.Address, ct);
            await Task.Delay(1_000, ct);
        }

        Figures.Say($"Settled within {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
        await service.KillAsync(ct);
    }

    /// <summary>What has not come to an end; null where all has.</summary>
    private static string? Awaited(string data, Network network)
    {
        var (items, replies, deliveries) = (network.Feed.Written - Traces.FromNetwork(data), Traces.RepliesUnderWay(data), Traces.OpenDeliveries(data).Count);
        return items > 0 || replies > 0 || deliveries > 0 || Traces.IsLedgerBehind(data)
            ? FormattableString.Invariant($"{items} items, {replies} replies and {deliveries} deliveries are under way")
            : null;
    }
}
