using System.Text.Json;
using PoliceSocial.Connectors.Sdk;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "scenarios"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Fact]
    public void Manifest_OffersWhatIsShipped()
    {
        var manifest = ManifestFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, ConnectorManifest.FileName)));
        var choices = manifest.Settings.Single(s => s.Name == "scenario").Choices!;
        Assert.True(manifest.Rehearsal);
        Assert.Empty(manifest.Hosts);
        Assert.Equal("night-shift", manifest.Settings.Single(s => s.Name == "scenario").Default);
        Assert.Equal(Names.Select(n => n.Data).Order(StringComparer.Ordinal), choices.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EachScenario_RunsToItsEnd_AndEveryMessageCanBeAnswered(string name)
    {
        await using var exercise = new Exercising(shipped: name, loop: "no");
        Succeeded(await exercise.Connector.CheckAsync(TestContext.Current.CancellationToken));
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromHours(2));
        var (items, next) = await exercise.ReadAsync();
        Assert.NotEmpty(items);
        Assert.Equal(items.Count, items.Select(i => (i.NetworkId, i.VersionId, i.Change)).Distinct().Count());
        Assert.All(items, i => JsonDocument.Parse(i.Raw).Dispose());
        Assert.All(items, i => Assert.InRange(i.ReplyHandle.Length, 1, 4000));
        await AnswerEverybodyAsync(exercise, items);
        exercise.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual(name == "hostile-input", (await exercise.ReadAsync(next)).Items.Count > 0);
    }

    private static async Task AnswerEverybodyAsync(Exercising exercise, List<CollectedItem> items)
    {
        var gone = items.Where(i => i.Change is ItemChange.Deleted).Select(i => i.NetworkId).ToHashSet();
        var people = items.Where(i => i.Change is ItemChange.Created && !gone.Contains(i.NetworkId)).DistinctBy(i => i.Author.NetworkId).ToList();
        var crowd = people.Where(i => i.Author.NetworkId.Contains('~', StringComparison.Ordinal));
        foreach (var (item, i) in people.Except(crowd).Concat(crowd.Take(5)).Select((item, i) => (item, i)))
        {
            var kind = item.Kind is ItemKind.PrivateMessage ? OutboundKind.PrivateMessage : OutboundKind.PublicReply;
            Succeeded(await exercise.SayAsync($"{i}", kind, "Are you safe? Please ring 999 and tell us where you are.", item));
        }

        foreach (var media in items.SelectMany(i => i.Media))
            Succeeded(await exercise.Collector.FetchMediaAsync(media, 1 << 20, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadMe_ShowsAScenarioThatPlays()
    {
        var readMe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        await using var exercise = new Exercising(readMe.Split("```yaml")[1].Split("```")[0]);
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal([ItemChange.Created, ItemChange.Edited], (await exercise.ReadAsync()).Items.Select(i => i.Change));
    }

    [Fact]
    public async Task StaffordshireNight_AnsweredWell_LeadsToThePubAndTheTime()
    {
        await using var exercise = new Exercising(shipped: "staffordshire-night");
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromSeconds(80));
        var (items, next) = await exercise.ReadAsync();
        var sighting = items.Single(i => i.Text.Contains("I served her", StringComparison.Ordinal));
        Assert.Equal(ItemKind.Comment, sighting.Kind);
        Assert.True(sighting.OnPost!.FromChannel);

        Succeeded(await exercise.SayAsync("1", OutboundKind.PublicReply, "Thank you. Please ring 999 now, or message us here.", sighting));
        exercise.Clock.Advance(TimeSpan.FromSeconds(30));
        (items, next) = await exercise.ReadAsync(next);
        var contact = items.Single(i => i.Author == sighting.Author && i.Kind is ItemKind.PrivateMessage);

        Succeeded(await exercise.SayAsync("2", OutboundKind.PrivateMessage, "Which pub is it, and when did she leave?", contact));
        exercise.Clock.Advance(TimeSpan.FromSeconds(40));
        items = (await exercise.ReadAsync(next)).Items;
        Assert.Contains(items, i => i.Author == sighting.Author && i.Text.Contains("Drovers Halt, Millrace Lane", StringComparison.Ordinal) && i.Text.Contains("twenty to two", StringComparison.Ordinal));
        Assert.Contains(items, i => i.NetworkId == sighting.NetworkId && i.Change is ItemChange.Edited);
    }
}
