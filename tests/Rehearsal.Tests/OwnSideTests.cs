using PoliceSocial.Connectors.Sdk;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class OwnSideTests
{
    private const string Night = """
        title: The force writes too
        people:
          ann:
            name: Ann
            reacts:
              - { to: public reply, after: 00:05, delete: m1 }
        timeline:
          - { at: +00:00, name: m1, by: ann, says: Help }
          - { at: +00:01, by: force, in reply to: m1, says: What is it? }
          - { at: +00:02, name: p1, by: ann, privately: yes, says: This }
          - { at: +00:03, by: force, privately: yes, to: ann, in reply to: p1, says: Coming }
          - { at: +01:00, edit: m1, says: Help me }
          - { at: +01:10, delete: m1 }
        """;

    [Fact]
    public async Task WhatTheForceWroteWithAnotherTool_IsHandedOverAsItsOwn()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(10));
        var items = (await exercise.ReadAsync()).Items;
        Assert.Equal([false, true, false, true], items.Select(i => i.FromChannel));
        Assert.Equal([ItemKind.Mention, ItemKind.Comment, ItemKind.PrivateMessage, ItemKind.PrivateMessage], items.Select(i => i.Kind));
        Assert.Equal(items[0].NetworkId, items[1].ThreadId);
        Assert.Equal("Help", items[1].OnPost?.Text);
        Assert.False(items[1].OnPost!.FromChannel);
        Assert.Equal(items[2].ThreadId, items[3].ThreadId);
        Assert.Equal(items[2].NetworkId, items[3].InReplyTo);
    }

    [Fact]
    public async Task WhatACharacterHasDeleted_IsNotEditedOrDeletedAgain()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(10));
        var (items, next) = await exercise.ReadAsync();
        Succeeded(await exercise.SayAsync("1", OutboundKind.PublicReply, "Where?", items[0]));
        exercise.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(ItemChange.Deleted, Assert.Single((await exercise.ReadAsync(next)).Items).Change);
    }

    [Fact]
    public async Task Publish_FromManySidesAtOnce_PostsEachKeyOnce()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        await using var other = exercise.Connect();
        IPublish[] sides = [exercise.Publisher, (IPublish)other];
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => PersistAsync(sides[i % 2], exercise.Message($"{i / 4}", OutboundKind.Post, "Once"))));
        var sent = (await File.ReadAllLinesAsync(exercise.Journal, TestContext.Current.CancellationToken))
            .Count(l => l.Contains("\"kind\":\"Sent\"", StringComparison.Ordinal));
        Assert.Equal(15, sent);
    }

    // As the host does: a Retry says that nothing happened.
    private static async Task PersistAsync(IPublish side, Outbound message)
    {
        var began = TimeProvider.System.GetTimestamp();
        await Task.Yield();
        var outcome = await side.PublishAsync(message, TestContext.Current.CancellationToken);
        while (outcome is Outcome<Published>.Retry && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30))
        {
            await Task.Yield();
            outcome = await side.PublishAsync(message, TestContext.Current.CancellationToken);
        }

        Succeeded(outcome);
    }
}
