using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Shelf.Tests;

public sealed class Lending
{
    [Fact]
    public async Task Use_MakesOneConnectorAChannel_AndKeepsIt()
    {
        await using var shelf = new RunningShelf();
        await shelf.PutAsync("Good");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(n => shelf.AnsweringAsync(RunningShelf.Channel($"channel-{n % 2}"))));

        Assert.Equal(["channel-0: created 1.0.0", "channel-1: created 1.0.0"], shelf.Desk.Lines.Order());
    }

    [Fact]
    public async Task Use_AfterTheSettingsChanged_MakesTheConnectorAnew_AndEndsTheOldOneAfterItsLastCall()
    {
        await using var shelf = new RunningShelf();
        await shelf.PutAsync("Good");
        var under = shelf.CollectAsync(RunningShelf.Channel(mood: "waits"));
        await Draining.Until(() => !shelf.Desk.Lines.IsEmpty);

        await shelf.AnsweringAsync(RunningShelf.Channel(revision: 2));
        Assert.DoesNotContain("channel: disposed 1.0.0", shelf.Desk.Lines);
        shelf.Go();
        Assert.IsType<Outcome<CollectedPage>.Success>(await under);

        // An older revision that comes late does not bring the old settings back.
        await shelf.AnsweringAsync(RunningShelf.Channel(revision: 1));
        Assert.Equal(["channel: created 1.0.0", "channel: created 1.0.0", "channel: disposed 1.0.0"], shelf.Desk.Lines);
    }

    [Fact]
    public async Task Release_EndsTheConnectorOfADisconnectedChannel()
    {
        await using var shelf = new RunningShelf();
        await shelf.PutAsync("Good");
        await shelf.AnsweringAsync();

        await shelf.Shelf.ReleaseAsync("good", "channel");

        Assert.Equal(["channel: created 1.0.0", "channel: disposed 1.0.0"], shelf.Desk.Lines);
    }

    [Fact]
    public async Task Use_OfSomethingTheConnectorCannotDo_IsRefused()
    {
        await using var shelf = new RunningShelf();
        await shelf.PutAsync("Good");

        var outcome = await shelf.Shelf.UseAsync<IPublish, PublishLimits>(
            "good", RunningShelf.Channel(), (p, ct) => p.ReadLimitsAsync(ct), TestContext.Current.CancellationToken);

        Assert.Equal("The Good connector cannot do this.", Assert.IsType<Outcome<PublishLimits>.Refused>(outcome).Why);
    }

    [Fact]
    public async Task Use_OfAConnectorThatThrows_IsBroken_WithTheKindOfFaultAndNothingElse()
    {
        await using var shelf = new RunningShelf();
        await shelf.PutAsync("Good");

        var why = Assert.IsType<Outcome<CollectedPage>.Broken>(await shelf.CollectAsync(RunningShelf.Channel(mood: "throws"))).Why;

        Assert.Contains("FormatException", why, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", why, StringComparison.Ordinal);
        Assert.Equal("1.0.0", await shelf.AnsweringAsync());
    }

    [Fact]
    public async Task Use_OfAConnectorThatCannotBeMade_IsBroken_AndIsTriedAgain()
    {
        await using var shelf = new RunningShelf();
        await shelf.PutAsync("ThrowsOnCreate");

        foreach (var _ in Enumerable.Range(0, 2))
            Assert.IsType<Outcome<CollectedPage>.Broken>(await shelf.CollectAsync(RunningShelf.Channel()));
    }

    [Fact]
    public async Task Use_OfAConnectorThatThrowsWhilePublishing_IsUnknown_SoThatNothingIsPublishedTwice()
    {
        await using var shelf = new RunningShelf();
        await shelf.PutAsync("ThrowsOnPublish");
        var outbound = new Outbound { Key = "1", Kind = OutboundKind.Post, Text = "Hello", IntendedAt = TimeProvider.System.GetUtcNow() };

        var outcome = await shelf.Shelf.UseAsync<IPublish, Published>(
            "good", RunningShelf.Channel(), (p, ct) => p.PublishAsync(outbound, ct), TestContext.Current.CancellationToken);

        var why = Assert.IsType<Outcome<Published>.OutcomeUnknown>(outcome).Why;
        Assert.Contains("IOException", why, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", why, StringComparison.Ordinal);
    }
}
