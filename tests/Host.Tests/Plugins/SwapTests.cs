using System.Globalization;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Plugins;

/// <summary>A connector is exchanged again and again while messages flood in through it.</summary>
public sealed class SwapTests(TheForce force)
{
    /// <summary>What the scenario ends with: two of its messages are deleted by who wrote them, the second of them last of all.</summary>
    private const int Deletions = 2;

    /// <summary>At speed 3 the scenario takes as long as twenty swaps do.</summary>
    private const double SpeedTimesSwaps = 60;

    /// <summary>Twenty swaps; <c>POLICESOCIAL_TEST_SWAPS=200</c> for the full run.</summary>
    private static readonly int Swaps =
        int.Parse(Environment.GetEnvironmentVariable("POLICESOCIAL_TEST_SWAPS") ?? "20", CultureInfo.InvariantCulture);

    /// <summary>Long enough for the whole scenario to be played again.</summary>
    private static readonly int Seconds = 120 + (3 * Swaps);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Swap_UnderLoad_LosesAndDoublesNothing()
    {
        await using var host = await RunningHost.StartAsync("hostile-input", SpeedTimesSwaps / Swaps, Ct);
        var package = OtherVersion.Make(Path.Combine(Path.GetDirectoryName(Executable.Location)!, "plugins", "rehearsal"), "1.0.1");
        try
        {
            var (code, said) = await Executable.RunAsync(Ct, "plugin", "install", package, "--data", host.Data);
            Assert.True(code == 0, said);
        }
        finally
        {
            Directory.Delete(package, recursive: true);
        }

        // As the command line does: another process that only shares the folder.
        var elsewhere = new ShelfCatalogue(new ShelfOptions { DataFolder = host.Data, BundledFolder = Path.Combine(Path.GetDirectoryName(Executable.Location)!, "plugins") });
        using var administrator = await host.SignInAsync(Everyone.Administrator, Ct);
        for (var swap = 0; swap < Swaps; swap++)
        {
            var version = swap % 2 == 0 ? "1.0.1" : "1.0.0";
            Assert.True(elsewhere.Choose("rehearsal", version));
            await Eventually.BeSoAsync(async () => await InUseAsync(administrator) == version, $"{version} in use", Ct);
        }

        var undisturbed = await force.GetAsync(Ct);
        await EndedAsync(undisturbed);
        await EndedAsync(host);
        Assert.Equal(await TextsAsync(undisturbed), await TextsAsync(host));
        await Eventually.BeSoAsync(async () => await StateOfAsync(administrator, "1.0.1") == "Unloaded", "the replaced version out of memory", Ct);
    }

    private static async Task<string?> InUseAsync(Visitor administrator) =>
        (await RowsAsync(administrator)).FirstOrDefault(r => r.State == "Active").Version;

    private static async Task<string?> StateOfAsync(Visitor administrator, string version) =>
        (await RowsAsync(administrator)).FirstOrDefault(r => r.Version == version).State;

    private static async Task<IReadOnlyList<(string Version, string State)>> RowsAsync(Visitor administrator) =>
        [.. (await administrator.OpenAsync("/plugins", Ct)).QuerySelectorAll("main tbody tr")
            .Where(row => row.TextContent.Contains("rehearsal", StringComparison.Ordinal))
            .Select(row => (row.QuerySelector("td[data-label=Version]")!.TextContent.Trim(), row.QuerySelector("td[data-label=State]")!.TextContent.Trim()))];

    /// <summary>Waits for the last thing that happens in the scenario; everything before it has then been stored.</summary>
    private static Task EndedAsync(RunningHost host) =>
        Eventually.BeSoAsync(async () => await DeletedAsync(host) == Deletions, "the end of the scenario", Ct, Seconds);

    private static async Task<IReadOnlyList<string>> TextsAsync(RunningHost host)
    {
        await using var inbox = await StoreFile.OpenAsync(host, "inbox", Ct);
        return await inbox.TextsAsync("SELECT Text FROM Message WHERE ContactId IS NOT NULL ORDER BY Text", Ct);
    }

    private static async Task<int> DeletedAsync(RunningHost host)
    {
        await using var inbox = await StoreFile.OpenAsync(host, "inbox", Ct);
        return (await inbox.TextsAsync("SELECT NetworkId FROM Message WHERE DeletedAt IS NOT NULL", Ct)).Count;
    }
}
