using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Pictures;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class MediaTests
{
    private const string Night = """
        title: Pictures
        people: { ann: { name: Ann } }
        timeline:
          - at: +00:00
            by: ann
            media:
              - { picture: bars, description: Colour bars }
              - { file: note.txt, claims: image/jpeg }
              - { picture: web page, claims: image/png }
        """;

    [Fact]
    public async Task Media_IsFetchedAsTheNetworkClaimsItIs()
    {
        await using var exercise = new Exercising(Night);
        await File.WriteAllTextAsync(Path.Combine(exercise.Folder, "scenarios", "note.txt"), "not a jpeg", TestContext.Current.CancellationToken);
        var media = Assert.Single((await exercise.ReadAsync()).Items).Media;
        Assert.Equal(["image/png", "image/jpeg", "image/png"], media.Select(m => m.MediaType));
        Assert.Equal("Colour bars", media[0].AltText);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await FetchAsync(exercise, media[0])).Bytes[..4].ToArray());
        Assert.Equal("not a jpeg", await TextAsync(exercise, media[1]));
        Assert.StartsWith("<!doctype html>", await TextAsync(exercise, media[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenAFileIsNotThere_NamesItsLine()
    {
        await using var exercise = new Exercising(Night);
        Assert.Contains("line 8: the file 'note.txt'", Refused(await exercise.Connector.CheckAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("picture:bars", 10)]
    [InlineData("picture:cat", 1000)]
    [InlineData("own:../journal.jsonl", 1000)]
    [InlineData("own:.hidden", 1000)]
    [InlineData("shipped:night-shift.yaml", 10)]
    [InlineData("file:/etc/passwd", 1000)]
    [InlineData("", 1000)]
    public async Task Media_TooLargeOrNotThere_IsRefused(string reference, long maximum)
    {
        await using var exercise = new Exercising(Night);
        Refused(await exercise.Collector.FetchMediaAsync(new MediaReference(reference, "image/png", ""), maximum, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Pictures_AreTheSameEveryTime()
    {
        foreach (var name in TestPictures.Names)
        {
            Assert.Equal(TestPictures.Make(name), TestPictures.Make(name));
            Assert.InRange(TestPictures.Make(name).Length, 0, 50_000);
        }
    }

    private static async Task<string> TextAsync(Exercising exercise, MediaReference media) =>
        System.Text.Encoding.UTF8.GetString((await FetchAsync(exercise, media)).Bytes.Span);

    private static async Task<MediaContent> FetchAsync(Exercising exercise, MediaReference media) =>
        Succeeded(await exercise.Collector.FetchMediaAsync(media, 1 << 20, TestContext.Current.CancellationToken));
}
