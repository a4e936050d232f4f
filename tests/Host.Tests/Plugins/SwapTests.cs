using PoliceSocial.Host.Shelf;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Plugins;

/// <summary>A connector is exchanged again and again while messages flood in through it.</summary>
public sealed class SwapTests(TheForce force)
{
    private const int Swaps = 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Swap_UnderLoad_LosesAndDoublesNothing()
    {
        var expected = await WrittenAsync(await force.GetAsync(Ct));
        await using var host = await RunningHost.StartAsync("hostile-input", speed: 3, Ct);
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

        await Eventually.BeSoAsync(async () => await CountAsync(host) >= expected.Count, "all messages", Ct, seconds: 120);

        // Edits and deletions change texts and not their number, on either side: the two must come to the same, not be it at one instant.
        await WrittenAsync(host);
        var undisturbed = await force.GetAsync(Ct);
        await Eventually.BeSoAsync(
            async () => (await TextsAsync(host)).SequenceEqual(await TextsAsync(undisturbed), StringComparer.Ordinal),
            "the same messages as without swaps, none lost and none doubled", Ct, seconds: 120);
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

    /// <summary>What the public wrote, once no more comes.</summary>
    private static async Task<IReadOnlyList<string>> WrittenAsync(RunningHost host)
    {
        var last = -1;
        await Eventually.BeSoAsync(async () =>
        {
            var before = last;
            last = await CountAsync(host);
            return last > 300 && last == before;
        }, "the end of the messages", Ct, seconds: 120);
        return await TextsAsync(host);
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(RunningHost host)
    {
        await using var inbox = await StoreFile.OpenAsync(host, "inbox", Ct);
        return await inbox.TextsAsync("SELECT Text FROM Message WHERE ContactId IS NOT NULL ORDER BY Text, Id", Ct);
    }

    private static async Task<int> CountAsync(RunningHost host)
    {
        await using var inbox = await StoreFile.OpenAsync(host, "inbox", Ct);
        return (await inbox.TextsAsync("SELECT NetworkId FROM Message WHERE ContactId IS NOT NULL", Ct)).Count;
    }
}
