using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Journal;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class ResumeTests
{
    private const string Night = """
        title: A night that is cut short
        people:
          ann:
            name: Ann
            reacts:
              - { to: either, after: 00:05, says: Yes }
        timeline:
          - { at: +00:00, name: appeal, by: force, says: Seen her? }
          - { at: +00:10, name: m1, by: ann, in reply to: appeal, says: I have ✓ }
          - { at: +00:20, edit: m1, says: I had }
          - { at: +00:21, flood: { messages: 2, over: 00:08, says: ["{w} one", "{w} two"], words: { w: [a, b] } } }
          - { at: +00:40, delete: m1 }
        """;

    private static async Task<(List<CollectedItem> Items, string? Next)> PlayAsync(Exercising exercise, int until)
    {
        var all = new List<CollectedItem>();
        string? after = null;
        for (var second = 0; second <= until; second += 5)
        {
            var (items, next) = await exercise.ReadAsync(after);
            (all, after) = ([.. all, .. items], next);
            if (second == 15)
                await exercise.SayAsync("9001", OutboundKind.PublicReply, "Please ring", items.Count > 0 ? items[0] : all[0]);
            exercise.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        return (all, after);
    }

    private static string Identity(CollectedItem i) => $"{i.NetworkId}/{i.VersionId}/{i.Change}/{i.Text}/{i.NetworkTime:O}/{i.ThreadId}";

    [Fact]
    public async Task Journal_CutAtAnyByte_IsReadUpToItsLastWholeLine()
    {
        await using var whole = new Exercising(Night);
        await PlayAsync(whole, 60);
        var journal = await File.ReadAllBytesAsync(whole.Journal, TestContext.Current.CancellationToken);
        for (var kept = 0; kept <= journal.Length; kept++)
        {
            await File.WriteAllBytesAsync(whole.Journal, journal[..kept], TestContext.Current.CancellationToken);
            using (var file = JournalFile.Open(whole.Folder))
                Assert.All(file.Lines(0), l => Assert.NotNull(PoliceSocial.Rehearsal.Night.Read(l.Line.Span)));
            var left = await File.ReadAllBytesAsync(whole.Journal, TestContext.Current.CancellationToken);
            Assert.Equal(journal.AsSpan(0, kept).LastIndexOf((byte)'\n') + 1, left.Length);
        }
    }

    [Fact]
    public async Task Resume_AfterAKillInAnyLine_LosesNothingAndRenamesNothing()
    {
        await using var whole = new Exercising(Night);
        var (expected, _) = await PlayAsync(whole, 60);
        var journal = await File.ReadAllBytesAsync(whole.Journal, TestContext.Current.CancellationToken);
        var lineEnds = Enumerable.Range(1, journal.Length).Where(i => journal[i - 1] == '\n').ToList();
        var sentEnd = lineEnds.First(end => journal.AsSpan(0, end).IndexOf("\"kind\":\"Sent\""u8) >= 0);
        Assert.Equal(6, expected.Count);

        foreach (var kept in lineEnds.SelectMany(end => new[] { end, Math.Min(end + 77, journal.Length) }))
        {
            await using var cut = new Exercising(Night, clock: new(Evening.AddSeconds(65)));
            await File.WriteAllBytesAsync(cut.Journal, journal[..kept], TestContext.Current.CancellationToken);
            // A torn answer was never acknowledged: whoever sent it looks for it, finds nothing and sends it again.
            var message = cut.Message("9001", OutboundKind.PublicReply, "Please ring", expected[0]);
            var found = Succeeded(await cut.Publisher.FindAsync(message, TestContext.Current.CancellationToken)).Post;
            Assert.Equal(kept >= sentEnd, found is not null);

            var wanted = expected.Where(i => found is not null || i.Text != "Yes").Select(Identity).Order(StringComparer.Ordinal);
            var (items, next) = await cut.ReadAsync();
            Assert.Equal(wanted, items.Select(Identity).Order(StringComparer.Ordinal));
            Assert.Empty((await cut.ReadAsync(next)).Items);
        }
    }

    [Fact]
    public async Task Resume_FromTheHostsPlace_HandsOverOnlyWhatIsNew()
    {
        await using var exercise = new Exercising(Night);
        var (before, next) = await PlayAsync(exercise, 20);
        await exercise.RestartAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(1));
        var (after, _) = await exercise.ReadAsync(next);
        Assert.Equal(6, before.Count + after.Count);
        Assert.Empty(before.Select(Identity).Intersect(after.Select(Identity)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("r000000000000:10")]
    [InlineData(":")]
    [InlineData("")]
    public async Task Collect_FromAPlaceOfAnotherJournal_StartsOver(string after)
    {
        await using var exercise = new Exercising(Night);
        var (items, _) = await PlayAsync(exercise, 60);
        Assert.Equal(items.Select(Identity), (await exercise.ReadAsync(after)).Items.Select(Identity));
        Assert.Contains(exercise.Logged, l => l.Contains("once more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Collect_AfterTheJournalWasThrownAway_BeginsANewExercise()
    {
        await using var exercise = new Exercising(Night);
        var (first, next) = await PlayAsync(exercise, 60);
        File.Delete(exercise.Journal);
        var (second, _) = await PlayAsync(exercise, 60);
        Assert.Equal(first.Select(i => i.Text), second.Select(i => i.Text));
        Assert.Empty(first.Select(i => i.NetworkId).Intersect(second.Select(i => i.NetworkId)));
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Collect_WhenTheScenarioWasChangedMeanwhile_GoesOnFromTheSameMoment()
    {
        await using var exercise = new Exercising(Night);
        var (before, next) = await PlayAsync(exercise, 10);
        exercise.Rewrite(Night.Replace("says: I had", "says: I never", StringComparison.Ordinal));
        await exercise.RestartAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(10));
        var after = (await exercise.ReadAsync(next)).Items;
        Assert.Equal("I have ✓", Assert.Single(before).Text);
        Assert.Equal("I never", after[0].Text);
        Assert.Equal(before[0].NetworkId, after[0].NetworkId);
    }

    [Fact]
    public async Task Collect_WhenTheJournalIsNotAJournal_IsBroken()
    {
        await using var exercise = new Exercising(Night);
        await File.WriteAllTextAsync(exercise.Journal, "{\"kind\":\"Started\"}\nnot json\n", TestContext.Current.CancellationToken);
        var outcome = await exercise.Collector.CollectAsync(null, TimeSpan.Zero, TestContext.Current.CancellationToken);
        Assert.IsType<Outcome<CollectedPage>.Broken>(outcome, exactMatch: false);
    }
}
