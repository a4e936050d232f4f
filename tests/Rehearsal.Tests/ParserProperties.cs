using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Journal;
using PoliceSocial.Rehearsal.Play;
using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class ParserProperties
{
    private static readonly string[] Shipped = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "scenarios"), "*.yaml");

    [Property(MaxTest = 500)]
    public bool AnyText_IsAScenarioOrAMistakeWithWords(string? text) => ReadsOrRefuses(text ?? "");

    [Property(MaxTest = 400)]
    public bool AnyDamageToAScenario_IsAScenarioOrAMistakeWithWords(PositiveInt which, PositiveInt where, string? with, byte cut)
    {
        var text = File.ReadAllText(Shipped[which.Get % Shipped.Length]);
        var at = where.Get * 7919 % text.Length;
        return ReadsOrRefuses(text.Remove(at, Math.Min(cut, text.Length - at)).Insert(at, with ?? ""));
    }

    [Property(MaxTest = 300)]
    public bool AnyWords_AreSaidAsTheyWereWritten(NonEmptyString words)
    {
        var quoted = "'" + new string([.. words.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c < '\u2000' && c is not ('\u0085' or '\uFEFF'))]).Replace("'", "''", StringComparison.Ordinal) + "'";
        var scenario = ScenarioReader.Read($"title: A\ntimeline:\n- {{ at: 00:01, by: force, says: {quoted} }}");
        return ((Step.Message)scenario.Beats[0].Step).Text == quoted[1..^1].Replace("''", "'", StringComparison.Ordinal);
    }

    [Property(MaxTest = 500)]
    public bool AnyTime_IsReadBack(int seconds)
    {
        var time = TimeSpan.FromSeconds((uint)seconds % (100 * 3600));
        var text = $"+{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}";
        return Offset.TryParse(text, out var read) && read == time;
    }

    [Property(MaxTest = 300)]
    public bool AnyEntry_ComesBackFromTheJournal(string? text, string? name, DateTimeOffset at, bool privately)
    {
        var entry = new Entry
        {
            Kind = EntryKind.Written,
            At = at,
            Exercise = "r1",
            Text = text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)),
            Message = privately ? MessageKind.Private : MessageKind.Mention,
            Author = new Account("a", "b", "c", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name ?? ""))),
        };
        var line = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(entry, EntryJson.Default.Entry);
        return !line.AsSpan().Contains((byte)'\n') && Night.Read(line) == entry;
    }

    [Property(MaxTest = 200)]
    public bool AnyLines_AreReadBackFromTheFile(NonNegativeInt[] lengths)
    {
        var folder = Path.Combine(Path.GetTempPath(), "rehearsal-tests", Path.GetRandomFileName());
        try
        {
            using var journal = JournalFile.Open(folder);
            var lines = lengths.Select((l, i) => new string((char)('a' + i % 26), l.Get * 3001 % 200_000)).ToList();
            var offsets = lines.Select(l => journal.Append(Encoding.UTF8.GetBytes(l))).ToList();
            var read = journal.Lines(0).Select(l => (l.Offset, Encoding.UTF8.GetString(l.Line.Span))).ToList();
            return read.SequenceEqual(offsets.Zip(lines));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Property(MaxTest = 40)]
    public async Task AnyPlaceOrAddress_IsAnswered_AndNeverThrows(string? place, string? handle, string? answered, string? person, string? reference)
    {
        await using var exercise = new Exercising("title: A\npeople:\n  ann: { name: Ann }\ntimeline:\n- { at: +00:00, by: ann, says: Hello }");
        var ct = TestContext.Current.CancellationToken;
        foreach (var after in new[] { place, $"{place}:{handle}", "r1:-1", "r1:99999999999999999999", ":" })
            Assert.NotNull(await exercise.Collector.CollectAsync(after, TimeSpan.Zero, ct));
        foreach (var kind in Enum.GetValues<OutboundKind>())
        {
            var outbound = new Outbound
            {
                Key = "7",
                Kind = kind,
                Text = "Hello",
                InReplyTo = answered,
                ThreadId = place,
                Recipient = person,
                ReplyHandle = $"{handle}|{person}|{place}",
                IntendedAt = Exercising.Evening,
            };
            Assert.NotNull(await exercise.Publisher.PublishAsync(outbound, ct));
            Assert.NotNull(await exercise.Publisher.FindAsync(outbound with { Key = handle ?? "" }, ct));
        }

        Assert.NotNull(await exercise.Publisher.DeleteAsync(answered ?? "", ct));
        Assert.IsType<Outcome<MediaContent>.Refused>(await exercise.Collector.FetchMediaAsync(new($"own:../{reference}", "image/png", ""), 1_000, ct));
        Assert.NotNull(await exercise.Collector.FetchMediaAsync(new(reference ?? "", "image/png", ""), 1_000, ct));
    }

    private static bool ReadsOrRefuses(string text)
    {
        try
        {
            return ScenarioReader.Read(text).Beats.Count > 0;
        }
        catch (ScenarioException e)
        {
            return e.Message.Length > 10 && !e.Message.Contains("Exception", StringComparison.Ordinal);
        }
    }
}
