using PoliceSocial.Connectors.Sdk;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class PublishTests
{
    private const string Night = """
        title: Somebody to write to
        people:
          ann: { name: Ann }
        timeline:
          - { at: +00:00, name: m1, by: ann, says: Hello }
        """;

    [Fact]
    public async Task Publish_TwiceWithOneKey_PostsOnce()
    {
        await using var exercise = new Exercising(Night);
        var first = Succeeded(await exercise.SayAsync("42", OutboundKind.Post, "Once"));
        exercise.Clock.Advance(TimeSpan.FromSeconds(5));
        await exercise.RestartAsync();
        var second = Succeeded(await exercise.SayAsync("42", OutboundKind.Post, "Once"));

        Assert.Equal(first.NetworkId, second.NetworkId);
        Assert.Equal(first.NetworkTime, second.NetworkTime);
        Assert.Equal(first.Receipt.ToArray(), second.Receipt.ToArray());
        Assert.Single(await LinesAsync(exercise, "\"kind\":\"Sent\""));
    }

    [Fact]
    public async Task Find_SaysWhatIsInTheJournal()
    {
        await using var exercise = new Exercising(Night);
        var ct = TestContext.Current.CancellationToken;
        var message = exercise.Message("42", OutboundKind.Post, "Once");
        Assert.Null(Succeeded(await exercise.Publisher.FindAsync(message, ct)).Post);
        var sent = Succeeded(await exercise.Publisher.PublishAsync(message, ct));
        await exercise.RestartAsync();
        Assert.Equal(sent.NetworkId, Succeeded(await exercise.Publisher.FindAsync(message, ct)).Post?.NetworkId);
    }

    [Fact]
    public async Task Delete_OfWhatIsGoneOrNeverWas_IsASuccess()
    {
        await using var exercise = new Exercising(Night);
        var ct = TestContext.Current.CancellationToken;
        var sent = Succeeded(await exercise.SayAsync("42", OutboundKind.Post, "Once"));
        Succeeded(await exercise.Publisher.DeleteAsync(sent.NetworkId, ct));
        Succeeded(await exercise.Publisher.DeleteAsync(sent.NetworkId, ct));
        Succeeded(await exercise.Publisher.DeleteAsync("nothing", ct));
        Assert.Single(await LinesAsync(exercise, "\"kind\":\"Withdrawn\""));
    }

    [Fact]
    public async Task Publish_BeyondTheLimits_IsRefusedInWords()
    {
        await using var exercise = new Exercising(Night);
        Assert.Contains("501", Refused(await exercise.SayAsync("1", OutboundKind.Post, new string('x', 501))), StringComparison.Ordinal);
        Succeeded(await exercise.SayAsync("2", OutboundKind.Post, string.Concat(Enumerable.Repeat("👮🏽‍♀️", 500))));
        Refused(await exercise.SayAsync("3", OutboundKind.Post, ""));
        Refused(await exercise.SayAsync("not a key!", OutboundKind.Post, "x"));
        var picture = new OutboundMedia(new byte[10], "image/tiff", "");
        Refused(await exercise.Publisher.PublishAsync(exercise.Message("4", OutboundKind.Post, "x") with { Media = [picture] }, TestContext.Current.CancellationToken));
        var pictures = Enumerable.Repeat(picture with { MediaType = "image/png" }, 5).ToArray();
        Refused(await exercise.Publisher.PublishAsync(exercise.Message("5", OutboundKind.Post, "x") with { Media = pictures }, TestContext.Current.CancellationToken));
        Succeeded(await exercise.Publisher.PublishAsync(exercise.Message("6", OutboundKind.Post, "x") with { Media = pictures[..4] }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task PrivateMessage_AfterTheWindow_IsRefused()
    {
        await using var exercise = new Exercising(Night);
        var hello = Assert.Single((await exercise.ReadAsync()).Items);
        exercise.Clock.Advance(TimeSpan.FromHours(23));
        Succeeded(await exercise.SayAsync("1", OutboundKind.PrivateMessage, "Still there?", hello));
        exercise.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Contains("24 hours", Refused(await exercise.SayAsync("2", OutboundKind.PrivateMessage, "And now?", hello)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WhileAnotherVersionHoldsTheJournal_AsksToTryAgain()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        using (new FileStream(exercise.Journal, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.IsType<Outcome<Published>.Retry>(await exercise.SayAsync("1", OutboundKind.Post, "x"), exactMatch: false);
        Succeeded(await exercise.SayAsync("1", OutboundKind.Post, "x"));
    }

    [Fact]
    public async Task TwoVersions_WhileTheyAreSwapped_TellOneStory()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        await using var newer = exercise.Connect();
        var ct = TestContext.Current.CancellationToken;
        var sent = Succeeded(await ((IPublish)newer).PublishAsync(exercise.Message("1", OutboundKind.Post, "From the newer"), ct));
        Assert.Equal(sent.NetworkId, Succeeded(await exercise.SayAsync("1", OutboundKind.Post, "From the newer")).NetworkId);
        Assert.Single(await LinesAsync(exercise, "\"kind\":\"Started\""));
    }

    [Fact]
    public async Task Check_ChangesNothing()
    {
        await using var exercise = new Exercising(Night);
        var identity = Succeeded(await exercise.Connector.CheckAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Rehearsal Police", identity.DisplayName);
        Assert.False(File.Exists(exercise.Journal));
    }

    private static async Task<string[]> LinesAsync(Exercising exercise, string with) =>
        [.. (await File.ReadAllLinesAsync(exercise.Journal, TestContext.Current.CancellationToken)).Where(l => l.Contains(with, StringComparison.Ordinal))];
}
