using System.Diagnostics;

namespace PoliceSocial.Bench.Faults;

/// <summary>How hard to try.</summary>
internal sealed record FaultPlan(int Kills, int Seed, int ItemsPerKill);

/// <summary>What a kill waits for before its random delay; on half of them replies are certainly under way.</summary>
internal enum KillWhen
{
    Start,
    FirstAnswer,
    FirstReply,
}

/// <summary>
/// Kills the service at random instants, from its first moments on, while messages arrive and replies go out; starts it again each
/// time on what is left. In the end nothing may be lost, doubled, stuck or unprovable.
/// </summary>
internal static class FaultRun
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ToSettle = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(FaultPlan plan, CancellationToken ct)
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        await using var network = await Network.StartAsync(plan.Seed, ct);
        await LoopbackForce.SetUpAsync(data, network.Address, ct);
        using var load = new Load(network, data);
        await SignInAsync(data, load, ct);
        var chance = new Random(plan.Seed);
        var unsound = 0;
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
            var (when, after) = ((KillWhen)Math.Min((int)KillWhen.FirstReply, chance.Next(4)), Latest * Math.Max(0.02, chance.NextDouble()));
            await KillAsync(data, load, plan.ItemsPerKill, when, after, ct);
            var fault = await Judgement.OfLedgerAsync(data, folder.Sub($"ledger-{kill}"), ct);
            unsound += fault is null ? 0 : 1;
            Figures.Say($"Kill {kill}, {after.TotalSeconds:0.00} s after {when}: {network.Written} written, {network.Published.Count} published, {load.Acknowledged.Count} replies acknowledged, ledger {fault ?? "sound"}.");
        }

        await SettleAsync(data, network, ct);
        unsound += await Judgement.OfLedgerAsync(data, folder.Sub("ledger-end"), ct) is null ? 0 : 1;
        return Judgement.Print(data, network, load.Acknowledged, unsound) ? 0 : 1;
    }

    private static async Task SignInAsync(string data, Load load, CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data);
        await ReadyAsync(service, ct);
        await load.SignInAsync(service.Address, ct);
        await service.KillAsync(ct);
    }

    private static async Task KillAsync(string data, Load load, int items, KillWhen when, TimeSpan after, CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (when != KillWhen.Start)
            await ReadyAsync(service, ct);
        var writing = load.WriteAsync(items, Latest, gone.Token);
        var answering = load.AnswerAsync(service.Address, gone.Token);
        if (when >= KillWhen.FirstReply)
            await ReplyAsync(load, service, ct);
        await Task.Delay(after, ct);
        if (service.HasExited)
            throw new InvalidOperationException("The service ended by itself.");
        await service.KillAsync(ct);
        await gone.CancelAsync();
        await Task.WhenAll(writing, answering);
    }

    private static async Task ReadyAsync(ServiceProcess service, CancellationToken ct)
    {
        if (!await service.ReadyAsync(LongestStart, ct))
            throw new InvalidOperationException("The service did not start on what the last kill left.");
    }

    private static async Task ReplyAsync(Load load, ServiceProcess service, CancellationToken ct)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), load.Acknowledged.Count);
        while (load.Acknowledged.Count == before && Stopwatch.GetElapsedTime(started) < LongestStart && !service.HasExited)
            await Task.Delay(10, ct);
        if (load.Acknowledged.Count == before)
            throw new InvalidOperationException("No reply was taken within a minute of the start.");
    }

    /// <summary>Lets the service run in peace until all has arrived and every reply has come to an end, then stops it.</summary>
    private static async Task SettleAsync(string data, Network network, CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < ToSettle && !IsSettled(data, network))
            await Task.Delay(500, ct);
        Figures.Say($"Settled within {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
        await service.KillAsync(ct);
    }

    private static bool IsSettled(string data, Network network)
    {
        var replies = Evidence.Replies(data);
        return Evidence.Items(data).Count == network.Written
            && replies.All(r => r.State is 3 or 4)
            && Evidence.Deliveries(data).Count == replies.Count
            && Evidence.CapturesInLedger(data) == network.Written;
    }
}
