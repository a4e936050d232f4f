using PoliceSocial.Bench.Faults;
using PoliceSocial.Bench.Ingest;
using PoliceSocial.Inbox.Collect;

namespace PoliceSocial.Bench.Start;

/// <summary>How long the service takes from its process' start to its first ready answer, and how much memory it holds after a flood.</summary>
internal static class StartBench
{
    private const int Rounds = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(int items, CancellationToken ct)
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        await using var network = await Network.StartAsync(1, ct);
        await LoopbackForce.SetUpAsync(data, network.Address, ct);
        await FillAsync(data, items, ct);
        var (product, empty) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            product.Add(await OnceAsync(() => ServiceProcess.Start(data), "/health/ready", ct));
            empty.Add(await OnceAsync(ServiceProcess.StartEmpty, "/", ct));
            Figures.Say($"Round {round}: ready after {product[^1]:0.00} s of processor, the empty host after {empty[^1]:0.00} s.");
        }

        Figures.Print("start.ready-processor", Figures.Median(product), "cpu-s", Figures.Median(empty), "<=6");
        await MemoryAsync(data, network, items, ct);
        return 0;
    }

    private static async Task FillAsync(string data, int items, CancellationToken ct)
    {
        await using var force = await Force.OpenAsync(data, ct);
        await force.StartAsync(true, ct);
        await Callers.StoreAsync(force.Get<Intake>(), new Corpus(4).Take(0, items, 1), 4, 100, ct);
        await force.SequencedAsync(ct);
    }

    /// <summary>The processor that a process has used when it first answers: other work on the machine does not count.</summary>
    private static async Task<double> OnceAsync(Func<ServiceProcess> start, string path, CancellationToken ct)
    {
        using var service = start();
        if (!await service.ReadyAsync(Longest, ct, path))
            throw new InvalidOperationException("It did not answer within two minutes.");
        return service.Processor.TotalSeconds;
    }

    private static async Task MemoryAsync(string data, Network network, int items, CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data);
        network.Write(items);
        while (Faults.Evidence.FromNetwork(data) < items)
            await Task.Delay(500, ct);
        Figures.Print("start.memory", service.Memory / 1e6, "MB", 365, "<=1");
    }
}
