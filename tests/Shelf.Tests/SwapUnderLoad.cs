using System.Globalization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class SwapUnderLoad(ITestOutputHelper output)
{
    private const int Callers = 8;

    /// <summary>Twenty swaps; <c>POLICESOCIAL_TEST_SWAPS=200</c> for the full run.</summary>
    private static readonly int Swaps =
        int.Parse(Environment.GetEnvironmentVariable("POLICESOCIAL_TEST_SWAPS") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Swap_UnderLoad_CutsNoCallOff_LosesNone_AndUnloadsEveryOldVersion()
    {
        await using var shelf = new RunningShelf();
        shelf.Desk.Trials.Add(RunningShelf.Channel("channel-0"));
        var versions = Enumerable.Range(0, Swaps + 1)
            .Select(n => shelf.Stage(n % 2 == 0 ? "Good" : "GoodNext", version: $"1.0.{n}")).ToList();
        await shelf.Shelf.PutAsync(versions[0], TestContext.Current.CancellationToken);

        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(n => Task.Run(() => CallAsync(shelf, n, stop.Token), CancellationToken.None)).ToList();
        var took = new List<double>();
        foreach (var version in versions.Skip(1))
        {
            var old = shelf.Shelf.FindActive("good")!;
            var swap = Assert.IsType<SwapOutcome.Active>(await shelf.Shelf.PutAsync(version, TestContext.Current.CancellationToken));
            await shelf.Shelf.RetiredAsync();
            took.Add((swap.Took + shelf.Status(old).Leaving!.Value).TotalMilliseconds);
        }

        await stop.CancelAsync();
        var calls = await Task.WhenAll(callers);

        Assert.All(calls, n => Assert.True(n > Swaps, "Every caller was answered again and again."));
        Assert.Equal([versions[^1]], shelf.Shelf.Statuses.Where(s => s.State == PluginState.Active).Select(s => s.Version));
        Assert.DoesNotContain(shelf.Shelf.Statuses, s => s.State is not (PluginState.Active or PluginState.Unloaded));
        Assert.Equal(0, shelf.Shelf.Statuses.Sum(s => s.CutOff));
        Assert.Equal(1, InMemory(shelf));
        took.Sort();
        output.WriteLine(
            $"swaps {Swaps}, calls {calls.Sum()}, survivors {InMemory(shelf) - 1}, ms a swap beyond draining: median {took[took.Count / 2]:0.0}, p95 {took[took.Count * 95 / 100]:0.0}, most {took[^1]:0.0}");
    }

    /// <summary>Counts by the runtime itself, not by the shelf's own book.</summary>
    private static int InMemory(RunningShelf shelf) =>
        AppDomain.CurrentDomain.GetAssemblies().Count(a => !a.IsDynamic && a.Location.StartsWith(shelf.Folder, StringComparison.Ordinal));

    // Each call must succeed, and each page follow the one before: then none was cut off, lost or answered twice.
    private static async Task<int> CallAsync(RunningShelf shelf, int caller, CancellationToken stop)
    {
        var channel = RunningShelf.Channel($"channel-{caller}");
        string? after = null;
        var calls = 0;
        while (!stop.IsCancellationRequested)
        {
            var page = Assert.IsType<Outcome<CollectedPage>.Success>(await shelf.CollectAsync(channel, after, milliseconds: 3));
            after = page.Value.Next;
            Assert.Equal((++calls).ToString(CultureInfo.InvariantCulture), after);
        }

        return calls;
    }
}
