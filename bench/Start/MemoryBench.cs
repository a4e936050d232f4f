using PoliceSocial.Bench.Faults;

namespace PoliceSocial.Bench.Start;

/// <summary>How much memory the service holds once it has taken a flood in, collected from the network as ever.</summary>
internal static class MemoryBench
{
    private const double MostMegabytes = 365;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(string data, Network network, int items, CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data);
        network.Feed.Write(items);
        var most = 0L;
        while (Traces.Collected(data, LoopbackForce.ChannelId) < network.Feed.Written)
        {
            if (service.HasExited)
                throw new InvalidOperationException("The service ended by itself.");
            most = Math.Max(most, service.Memory);
            await Task.Delay(LookEvery, ct);
        }

        var after = service.Memory;
        Figures.Print("start.memory-items", Traces.FromNetwork(data), "items", items);
        Figures.Print("start.memory", after / 1e6, "MB", MostMegabytes, "<=1");
        Figures.Print("start.memory-at-most", Math.Max(most, after) / 1e6, "MB", MostMegabytes);
    }
}
