using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class FailedSwap
{
    [Theory]
    [InlineData("ThrowsOnCreate", PluginState.Failed, "InvalidOperationException|could not be started")]
    [InlineData("ThrowsInFactory", PluginState.Failed, "InvalidOperationException")]
    [InlineData("FailsCheck", PluginState.Failed, "The network answered nonsense.")]
    [InlineData("Hangs", PluginState.Failed, "did not finish its trial")]
    [InlineData("TwoFactories", PluginState.Failed, "2 public connector factories")]
    [InlineData("BringsSdk", PluginState.Refused, "its own copy of PoliceSocial.Connectors.Sdk.dll")]
    public async Task Swap_ToAVersionThatIsNoGood_LeavesTheOldOneRunning(string fixture, object state, string why)
    {
        await using var shelf = new RunningShelf(o => o with
        {
            TrialFor = TimeSpan.FromSeconds(fixture == "Hangs" ? 3 : 30),
            CutOffFor = TimeSpan.FromMilliseconds(100),
            DrainFor = TimeSpan.FromMilliseconds(200),
        });
        var channel = RunningShelf.Channel();
        shelf.Desk.Trials.Add(channel);
        var old = await shelf.PutAsync("Good");
        var bad = shelf.Stage(fixture, version: "1.1.0");

        var kept = Assert.IsType<SwapOutcome.Kept>(await shelf.Shelf.PutAsync(bad, TestContext.Current.CancellationToken));

        Assert.Contains(why.Split('|'), w => kept.Why.Contains(w, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", kept.Why, StringComparison.Ordinal);
        Assert.Equal("1.0.0", await shelf.AnsweringAsync(channel));
        Assert.Equal(PluginState.Active, shelf.Status(old).State);
        await shelf.Shelf.RetiredAsync();
        Assert.Equal((PluginState)state, shelf.Status(bad).State);
        Assert.DoesNotContain("channel: disposed 1.0.0", shelf.Desk.Lines);
    }

    [Fact]
    public async Task Swap_ToAGoodVersionAfterABadOne_Succeeds()
    {
        await using var shelf = new RunningShelf();
        shelf.Desk.Trials.Add(RunningShelf.Channel());
        await shelf.PutAsync("Good");
        await shelf.Shelf.PutAsync(shelf.Stage("FailsCheck", version: "1.1.0"), TestContext.Current.CancellationToken);

        await shelf.PutAsync("GoodNext", version: "2.0.0");

        Assert.Equal("2.0.0", await shelf.AnsweringAsync());
        await shelf.Shelf.RetiredAsync();
        Assert.Contains("channel: disposed 1.0.0", shelf.Desk.Lines);
    }

    [Fact]
    public async Task Swap_FromAPluginThatKeepsATimer_SaysThatItIsStillInMemory()
    {
        await using var shelf = new RunningShelf(o => o with { UnloadFor = TimeSpan.FromMilliseconds(300) });
        shelf.Desk.Trials.Add(RunningShelf.Channel());
        var old = await shelf.PutAsync("KeepsTimer");

        await shelf.PutAsync("Good", version: "1.1.0");
        await shelf.Shelf.RetiredAsync();

        Assert.Equal(PluginState.StillInMemory, shelf.Status(old).State);
        Assert.Equal("1.0.0", await shelf.AnsweringAsync());
    }
}
