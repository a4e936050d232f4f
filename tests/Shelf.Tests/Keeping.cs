using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class Keeping
{
    [Fact]
    public async Task Keeper_FollowsWhatIsChosenOnDisk()
    {
        await using var shelf = new RunningShelf();
        var keeper = shelf.Get<ShelfKeeper>();
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        await keeper.FirstRound.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Null(shelf.Shelf.FindActive("good"));

        // As the command line would: another process that only shares the folder.
        var elsewhere = new ShelfCatalogue(shelf.Options);
        shelf.Stage("Good");
        Assert.True(elsewhere.Choose("good", "1.0.0"));
        await Draining.Until(() => shelf.Shelf.FindActive("good")?.Version == "1.0.0");
        shelf.Stage("GoodNext", version: "2.0.0");
        Assert.True(elsewhere.Choose("good", "2.0.0"));
        await Draining.Until(() => shelf.Shelf.FindActive("good")?.Version == "2.0.0");
        Assert.True(elsewhere.Remove("good"));
        await Draining.Until(() => shelf.Shelf.FindActive("good") is null);

        Assert.Equal(["2.0.0", "1.0.0"], elsewhere.Find("good").Versions.Select(v => v.Version));
        await keeper.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Keeper_AfterARestartOnABadChoice_GoesBackToWhatLastRan()
    {
        await using var shelf = new RunningShelf();
        shelf.Stage("Good");
        shelf.Catalogue.MarkProven(shelf.Catalogue.Find("good").Versions[0]);
        shelf.Stage("TwoFactories", version: "2.0.0");
        shelf.Catalogue.Choose("good", "2.0.0");

        var keeper = shelf.Get<ShelfKeeper>();
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        await keeper.FirstRound.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("1.0.0", shelf.Shelf.FindActive("good")?.Version);
        Assert.Equal(PluginState.Failed, Assert.Single(shelf.Shelf.Statuses, s => s.Version.Version == "2.0.0").State);
        await keeper.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Keeper_AtItsStart_RemovesWhatAbortedInstallsLeft_AndLeavesAloneWhatIsUnderWay()
    {
        await using var shelf = new RunningShelf();
        var staging = shelf.Options.StagingFolder;
        Fixture.Copy("Good", Path.Combine(staging, "0123456789abcdef"), "good", "1.0.0");
        await File.WriteAllTextAsync(Path.Combine(staging, "0123456789abcdef.lock"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(staging, "fedcba9876543210.lock"), "", TestContext.Current.CancellationToken);
        Fixture.Copy("Good", Path.Combine(staging, "from-before-there-were-locks"), "good", "1.0.0");
        using var underWay = new Staging(shelf.Options).Begin();
        Fixture.Copy("Good", underWay.Path, "good", "1.0.0");

        var keeper = shelf.Get<ShelfKeeper>();
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        await keeper.FirstRound.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal([underWay.Path], Directory.EnumerateDirectories(staging));
        Assert.Equal([underWay.Path + ".lock"], Directory.EnumerateFiles(staging));
        Assert.NotEmpty(Directory.EnumerateFiles(underWay.Path));
        await keeper.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Catalogue_HasABundledPluginInUse_UntilSomebodyChoosesOtherwise()
    {
        await using var shelf = new RunningShelf();
        Fixture.Copy("Good", Path.Combine(shelf.Options.BundledFolder, "good"), "good", "1.0.0");
        shelf.Stage("GoodNext", version: "2.0.0");

        Assert.Equal(("1.0.0", true), (shelf.Catalogue.Find("good").Chosen?.Version, shelf.Catalogue.Find("good").Chosen?.Bundled));
        shelf.Catalogue.Choose("good", "2.0.0");
        Assert.Equal("2.0.0", Assert.Single(shelf.Catalogue.List()).Chosen?.Version);
        shelf.Catalogue.Remove("good");
        Assert.Null(shelf.Catalogue.Find("good").Chosen);
        Assert.False(shelf.Catalogue.Choose("good", "3.0.0"));
        Assert.False(shelf.Catalogue.Choose("../good", "1.0.0"));
    }
}
