using PoliceSocial.Connectors.Sdk;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class AnswerTests
{
    private const string Night = """
        title: Somebody who answers
        people:
          ann:
            name: Ann
            reacts:
              - { to: public reply, containing: [ring, call], after: 00:10, says: I will ring }
              - to: public reply
                containing: [message]
                does:
                  - { after: 00:05, privately: yes, says: Here I am }
                  - { after: 00:08, edit: m1, says: "gone quiet" }
                  - { after: 00:09, delete: m2 }
              - { to: private message, containing: [where], after: 00:10, says: At the mill }
              - { to: private message, containing: [where], after: 00:10, says: I told you }
              - { to: either, otherwise: yes, times: 2, after: 00:20, says: What? }
          bob: { name: Bob }
        timeline:
          - { at: +00:00, name: appeal, by: force, says: Seen her?, unless we posted: yes }
          - { at: +00:10, name: m1, by: ann, in reply to: appeal, says: I have }
          - { at: +00:11, name: m2, by: ann, in reply to: appeal, says: Really }
          - { at: +00:12, by: bob, says: Hello }
        """;

    private static async Task<(Exercising Exercise, List<CollectedItem> Items, string? Next)> BegunAsync(string speed = "1")
    {
        var exercise = new Exercising(Night, speed: speed);
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(15));
        var (items, next) = await exercise.ReadAsync();
        return (exercise, items, next);
    }

    [Fact]
    public async Task Reply_InPublicWithAWord_IsAnsweredInPublicAfterItsTime()
    {
        var (exercise, items, next) = await BegunAsync();
        await using var _ = exercise;
        var sent = Succeeded(await exercise.SayAsync("1", OutboundKind.PublicReply, "Please CALL us on 999", items[0]));
        exercise.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty((await exercise.ReadAsync(next)).Items);
        exercise.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = Assert.Single((await exercise.ReadAsync(next)).Items);

        Assert.Equal("I will ring", answer.Text);
        Assert.Equal(ItemKind.Comment, answer.Kind);
        Assert.Equal(sent.NetworkId, answer.InReplyTo);
        Assert.Equal(items[0].ThreadId, answer.ThreadId);
        Assert.Equal(items[0].OnPost, answer.OnPost);
        Assert.Equal(items[0].Author, answer.Author);
    }

    [Theory]
    [InlineData("Send us a message please", "Here I am")]
    [InlineData("Please bring a coat; recall it?", "What?")]
    public async Task Reply_IsMatchedByTheBeginningsOfWords(string text, string expected)
    {
        var (exercise, items, next) = await BegunAsync();
        await using var _ = exercise;
        await exercise.SayAsync("1", OutboundKind.PublicReply, text, items[0]);
        exercise.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(expected, (await exercise.ReadAsync(next)).Items[0].Text);
    }

    [Fact]
    public async Task Reply_MaySetOffSeveralThings_InTheirOrder()
    {
        var (exercise, items, next) = await BegunAsync();
        await using var _ = exercise;
        await exercise.SayAsync("1", OutboundKind.PublicReply, "Please message us", items[0]);
        exercise.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = (await exercise.ReadAsync(next)).Items;

        Assert.Equal([ItemChange.Created, ItemChange.Edited, ItemChange.Deleted], after.Select(i => i.Change));
        Assert.Equal([ItemKind.PrivateMessage, ItemKind.Comment, ItemKind.Comment], after.Select(i => i.Kind));
        Assert.Equal(items[0].NetworkId, after[1].NetworkId);
        Assert.Equal(items[1].NetworkId, after[2].NetworkId);
        Assert.Contains("deleted", Refused(await exercise.SayAsync("2", OutboundKind.PublicReply, "?", items[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateConversation_UsesEachReactionInTurn_ThenTheFallback_ThenFallsSilent()
    {
        var (exercise, items, next) = await BegunAsync();
        await using var _ = exercise;
        for (var i = 0; i < 5; i++)
        {
            Succeeded(await exercise.SayAsync($"{i}", OutboundKind.PrivateMessage, "Where are you?", items[0]));
            exercise.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        var answers = (await exercise.ReadAsync(next)).Items;
        Assert.Equal(["At the mill", "I told you", "What?", "What?"], answers.Select(a => a.Text));
        Assert.All(answers, a => Assert.Equal(ItemKind.PrivateMessage, a.Kind));
        Assert.Single(answers.Select(a => a.ThreadId).Distinct());
    }

    [Fact]
    public async Task Answer_WakesAWaitingCollect()
    {
        var (exercise, items, next) = await BegunAsync();
        await using var _ = exercise;
        var waiting = exercise.Collector.CollectAsync(next, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        await exercise.SayAsync("1", OutboundKind.PublicReply, "ring us", items[0]);
        await TimelineTests.MovedAsync(exercise, waiting, TimeSpan.FromSeconds(1));
        Assert.Equal("I will ring", Assert.Single(Succeeded(await waiting).Items).Text);
        Assert.InRange((exercise.Clock.GetUtcNow() - Evening).TotalSeconds, 25, 40);
    }

    [Fact]
    public async Task Speed_ShortensReactionsToo()
    {
        var exercise = new Exercising(Night, speed: "10");
        await using var _ = exercise;
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(2));
        var (items, next) = await exercise.ReadAsync();
        await exercise.SayAsync("1", OutboundKind.PublicReply, "ring us", items[0]);
        exercise.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single((await exercise.ReadAsync(next)).Items);
    }

    [Fact]
    public async Task OwnPost_WrittenBeforeTheScenarios_TakesItsPlace()
    {
        var exercise = new Exercising(Night, start: "2026-11-21T00:46Z");
        await using var _ = exercise;
        await exercise.ReadAsync();
        var ours = Succeeded(await exercise.SayAsync("7", OutboundKind.Post, "Our own appeal"));
        exercise.Clock.Advance(TimeSpan.FromSeconds(75));
        var comment = (await exercise.ReadAsync()).Items[0];
        Assert.Equal(ours.NetworkId, comment.ThreadId);
        Assert.Equal("Our own appeal", comment.OnPost?.Text);
    }
}
