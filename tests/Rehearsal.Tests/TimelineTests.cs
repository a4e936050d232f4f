using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Connectors.Sdk;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class TimelineTests
{
    private const string Night = """
        title: A short night
        people:
          ann: { name: Ann, handle: ann.x }
          bob: { name: Bob }
        timeline:
          - { at: +00:00:00, name: appeal, by: force, says: Have you seen her? }
          - { at: +00:00:10, name: m1, by: ann, in reply to: appeal, says: I have }
          - { at: +00:00:20, by: bob, in reply to: m1, says: "Where?", language: en-GB }
          - { at: +00:00:20, by: bob, says: Different matter }
          - { at: +00:00:30, edit: m1, says: I have not }
          - { at: +00:00:40, by: ann, privately: yes, says: Between us }
          - { at: +00:00:50, delete: m1 }
          - { at: +00:01:00, by: bob, quotes: appeal, says: Shame }
        """;

    [Fact]
    public async Task Collect_AsTimePasses_HandsOverTheTimelineInOrder()
    {
        await using var exercise = new Exercising(Night);
        Assert.Empty((await exercise.ReadAsync()).Items);
        exercise.Clock.Advance(TimeSpan.FromMinutes(2));
        var (items, _) = await exercise.ReadAsync();

        Assert.Equal(["I have", "Where?", "Different matter", "I have not", "Between us", "", "Shame"], items.Select(i => i.Text));
        Assert.Equal(
            [ItemKind.Comment, ItemKind.Comment, ItemKind.Mention, ItemKind.Comment, ItemKind.PrivateMessage, ItemKind.Comment, ItemKind.Quote],
            items.Select(i => i.Kind));
        Assert.Equal(
            [ItemChange.Created, ItemChange.Created, ItemChange.Created, ItemChange.Edited, ItemChange.Created, ItemChange.Deleted, ItemChange.Created],
            items.Select(i => i.Change));
        Assert.Equal(Evening.AddSeconds(10), items[0].NetworkTime);
        Assert.Equal([10, 20, 20, 30, 40, 50, 60], items.Select(i => (int)(i.NetworkTime - Evening).TotalSeconds));
    }

    [Fact]
    public async Task Collect_OfAThread_SaysWhatAnswersWhat()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(2));
        var items = (await exercise.ReadAsync()).Items;

        Assert.All(items.Where(i => i.Kind is ItemKind.Comment), i => Assert.Equal("Have you seen her?", i.OnPost?.Text));
        Assert.True(items[0].OnPost!.FromChannel);
        Assert.Equal(items[0].OnPost!.NetworkId, items[0].ThreadId);
        Assert.Equal(items[0].ThreadId, items[1].ThreadId);
        Assert.Equal(items[0].NetworkId, items[1].InReplyTo);
        Assert.Equal(items[0].NetworkId, items[3].NetworkId);
        Assert.NotEqual(items[0].VersionId, items[3].VersionId);
        Assert.Equal(items[0].NetworkId, items[5].NetworkId);
        Assert.NotEqual(items[0].ThreadId, items[4].ThreadId);
        Assert.Equal("Have you seen her?", items[6].OnPost?.Text);
        Assert.Equal("en-GB", items[1].Language);
    }

    [Fact]
    public async Task Collect_HandsOverTheJournalsOwnBytesAsEvidence()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(2));
        var page = Succeeded(await exercise.Collector.CollectAsync(null, TimeSpan.Zero, TestContext.Current.CancellationToken));
        var journal = await File.ReadAllBytesAsync(exercise.Journal, TestContext.Current.CancellationToken);

        Assert.Equal(SHA256.HashData(journal), Assert.Single(page.Exchanges).Sha256.ToArray());
        Assert.Equal(0, page.Exchanges[0].Status);
        Assert.All(page.Items, i => Assert.True(journal.AsSpan().IndexOf(i.Raw.Span) >= 0));
        Assert.All(page.Items, i => Assert.Contains("\"rehearsal\":true", Encoding.UTF8.GetString(i.Raw.Span), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Collect_WithPatience_WaitsOnTheClockForWhatComes()
    {
        await using var exercise = new Exercising(Night);
        var (_, next) = await exercise.ReadAsync();
        var waiting = exercise.Collector.CollectAsync(next, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await MovedAsync(exercise, waiting, TimeSpan.FromSeconds(1));
        var item = Assert.Single(Succeeded(await waiting).Items);
        Assert.Equal("I have", item.Text);
    }

    [Fact]
    public async Task Collect_WhenPatienceEnds_AnswersAnEmptyPage()
    {
        await using var exercise = new Exercising(Night);
        var (_, next) = await exercise.ReadAsync();
        var waiting = exercise.Collector.CollectAsync(next, TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        await MovedAsync(exercise, waiting, TimeSpan.FromSeconds(1));
        Assert.Empty(Succeeded(await waiting).Items);
        Assert.True(exercise.Clock.GetUtcNow() < Evening.AddSeconds(10));
    }

    [Fact]
    public async Task Collect_WhenCancelled_EndsAtOnce()
    {
        await using var exercise = new Exercising(Night);
        var (_, next) = await exercise.ReadAsync();
        using var stop = new CancellationTokenSource();
        var waiting = exercise.Collector.CollectAsync(next, TimeSpan.FromHours(1), stop.Token);
        await stop.CancelAsync();

        // The clock stands still: whoever does not heed the cancellation waits for ever.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Collect_AtTwiceTheSpeed_TakesHalfTheTime()
    {
        await using var exercise = new Exercising(Night, speed: "2");
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(7, (await exercise.ReadAsync()).Items.Count);
    }

    [Fact]
    public async Task Collect_WhenTheSpeedIsChangedOnTheWay_GoesOnFromWhereItWas()
    {
        await using var exercise = new Exercising(Night);
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(25));
        var (before, next) = await exercise.ReadAsync();
        exercise.Set("speed", "5");
        await exercise.RestartAsync();
        var (none, _) = await exercise.ReadAsync(next);
        exercise.Clock.Advance(TimeSpan.FromSeconds(1));
        var (after, _) = await exercise.ReadAsync(next);

        Assert.Equal(3, before.Count);
        Assert.Empty(none);
        Assert.Equal("I have not", Assert.Single(after).Text);
    }

    [Fact]
    public async Task Collect_WhenToldWhenToStart_WaitsUntilThen()
    {
        await using var exercise = new Exercising(Night, start: "2026-11-21T02:00Z");
        exercise.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty((await exercise.ReadAsync()).Items);
        exercise.Clock.Advance(TimeSpan.FromMinutes(45).Add(TimeSpan.FromSeconds(15)));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 2, 0, 10, TimeSpan.Zero), Assert.Single((await exercise.ReadAsync()).Items).NetworkTime);
    }

    [Fact]
    public async Task Collect_WhenItRepeats_TellsTheSameUnderNewIdentifiers()
    {
        await using var exercise = new Exercising(Night, loop: "yes");
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(3).Add(TimeSpan.FromSeconds(15)));
        var items = (await exercise.ReadAsync()).Items;
        Assert.Equal(["I have", "I have"], items.Where(i => i.Text == "I have").Select(i => i.Text));
        Assert.Equal(2, items.Where(i => i.Text == "I have").Select(i => i.NetworkId).Distinct().Count());
    }

    [Fact]
    public async Task Collect_WhenItRepeatsAndNobodyWasThere_SkipsWholePlayings()
    {
        await using var exercise = new Exercising(Night, loop: "yes");
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromDays(3));
        Assert.InRange((await exercise.ReadAsync()).Items.Count, 7, 14);
    }

    internal static async Task MovedAsync(Exercising exercise, Task waiting, TimeSpan step)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!waiting.IsCompleted && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10))
        {
            exercise.Clock.Advance(step);
            await Settled(waiting);
        }
    }

    // Lets the woken call run: it either ends or sleeps again on the fake clock.
    private static async Task Settled(Task waiting)
    {
        for (var i = 0; i < 200 && !waiting.IsCompleted; i++)
            await Task.Yield();
    }
}
