using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class Draining
{
    [Fact]
    public async Task Drain_LetsACallUnderWayEnd_OnTheVersionItBeganOn()
    {
        await using var shelf = new RunningShelf(o => o with { DrainFor = TimeSpan.FromSeconds(60) });
        var old = await shelf.PutAsync("Good");
        var call = shelf.CollectAsync(RunningShelf.Channel(mood: "waits"));
        await Until(() => shelf.Desk.Lines.Contains("channel: created 1.0.0"));

        await shelf.PutAsync("GoodNext", version: "2.0.0");

        Assert.Equal(PluginState.Draining, shelf.Status(old).State);
        Assert.Equal("2.0.0", await shelf.AnsweringAsync());
        shelf.Go();
        Assert.IsType<Outcome<CollectedPage>.Success>(await call);
        await shelf.Shelf.RetiredAsync();
        Assert.Equal((PluginState.Unloaded, 0), (shelf.Status(old).State, shelf.Status(old).CutOff));
    }

    [Theory]
    [InlineData("slow")]
    [InlineData("deaf")]
    public async Task Drain_OfACallThatDoesNotEnd_IsBounded_AndCountsIt(string mood)
    {
        await using var shelf = new RunningShelf(o => o with { DrainFor = TimeSpan.FromMilliseconds(100), CutOffFor = TimeSpan.FromMilliseconds(200) });
        var old = await shelf.PutAsync("Good");
        var call = shelf.CollectAsync(RunningShelf.Channel(mood: mood));
        await Until(() => shelf.Desk.Lines.Contains("channel: created 1.0.0"));

        await shelf.PutAsync("GoodNext", version: "2.0.0");

        var outcome = Assert.IsType<Outcome<CollectedPage>.Retry>(await call.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Contains("was replaced", outcome.Why, StringComparison.Ordinal);
        await shelf.Shelf.RetiredAsync();
        Assert.Equal(1, shelf.Status(old).CutOff);
    }

    [Fact]
    public async Task Cancel_OfACallThatIgnoresIt_StillEndsForTheCaller()
    {
        await using var shelf = new RunningShelf(o => o with { DrainFor = TimeSpan.FromMilliseconds(100), CutOffFor = TimeSpan.FromMilliseconds(100) });
        await shelf.PutAsync("Good");
        using var cancel = new CancellationTokenSource();
        var call = shelf.CollectAsync(RunningShelf.Channel(mood: "deaf"), ct: cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Remove_EndsThePlugin_AndSaysSoToCallers()
    {
        await using var shelf = new RunningShelf();
        var old = await shelf.PutAsync("Good");
        await shelf.AnsweringAsync();

        await shelf.Shelf.RemoveAsync("good", TestContext.Current.CancellationToken);
        await shelf.Shelf.RetiredAsync();

        Assert.Equal(PluginState.Removed, shelf.Status(old).State);
        Assert.IsType<Outcome<CollectedPage>.Retry>(await shelf.CollectAsync(RunningShelf.Channel()));
    }

    internal static async Task Until(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "Not within a minute.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
