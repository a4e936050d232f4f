using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Platform.Data;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>Whatever a stranger writes, half surrogate pairs and controls included, our parsers of text stand.</summary>
[Properties(Arbitrary = [typeof(AnyText)], MaxTest = 2_000)]
public sealed class TextProperties
{
    [Property]
    public void Words_StandInOrderWithinTheText(string text)
    {
        var at = 0;
        foreach (var word in Words.Of(text))
        {
            Assert.True(word.Start >= at && word.Start < word.End && word.End <= text.Length);
            Assert.InRange(word.Folded.Length, 1, 100);
            Assert.DoesNotContain(word.Folded, char.IsWhiteSpace);
            at = word.End;
        }
    }

    [Property]
    public void Words_OfAPlainWord_AreTheSameHoweverItIsDressed(string text)
    {
        var plain = Words.Of(text).Select(w => w.Folded).Where(f => f.All(char.IsAsciiLetterOrDigit) && f.Length < 30).ToList();
        var dressed = string.Join(' ', plain.Select(f => string.Join('\u200B', f.ToUpperInvariant().Select(c => $"{c}\u0301"))));
        Assert.Equal(plain, Words.Of(dressed).Select(w => w.Folded));
    }

    [Property]
    public void Match_IsQuotedWordsAlone(string text)
    {
        foreach (var dialect in new[] { Dialect.Sqlite, Dialect.SqlServer })
        {
            if (SearchMessages.ToMatch(text, dialect) is not { } match)
                continue;
            var outside = match.Split('"').Where((_, i) => i % 2 == 0);
            Assert.All(outside, o => Assert.Contains(o.Trim(), new[] { "", "AND", "*" }));
            Assert.Equal(0, match.Count(c => c == '"') % 2);
            Assert.True(match.Count(c => c == '"') <= 20);
        }
    }

    [Property]
    public void Key_TellsPartsApart(string a, string b, string c, long scope)
    {
        Assert.Equal(RowKey.Of(scope, a, b), RowKey.Read(RowKey.Of(scope, a, b).ToBytes()));
        Assert.Equal(a == c, RowKey.Of(scope, a, b) == RowKey.Of(scope, c, b));
        Assert.NotEqual(RowKey.Of(scope, a, b), RowKey.Of(scope + 1, a, b));
        Assert.NotEqual(RowKey.Of(scope, a, b), RowKey.Of(scope, a + b));
        if (a.Length > 0)
            Assert.NotEqual(RowKey.Of(scope, a, b), RowKey.Of(scope, a[..^1], a[^1] + b));
    }

    [Property]
    public void Tidied_IsTextThatEveryStoreGivesBack(string text)
    {
        var tidied = Tidied.Text(text);
        Assert.Equal(text.Length, tidied.Length);
        Assert.DoesNotContain('\0', tidied);
        Assert.Equal(tidied, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(tidied)));
        Assert.Equal(tidied, Tidied.Text(tidied));
        for (var longest = 1; longest < Math.Min(20, text.Length); longest++)
            Assert.StartsWith(Tidied.Cut(text, longest), tidied, StringComparison.Ordinal);
    }

    [Property]
    public void Judged_MarksStandWithinTheText(string text, string term)
    {
        var rules = RulesOf(term, "suicid*", "now");
        foreach (var mark in rules.Judge(new(text + " " + term + " NOW", false, false)).SelectMany(f => f.Marks))
            Assert.True(mark.Start >= 0 && mark.Length > 0 && mark.Start + mark.Length <= text.Length + term.Length + 5);
        Assert.NotEmpty(rules.Judge(new("\u202Enоw", false, false)));
    }

    [Property(MaxTest = 5)]
    public async Task Search_ForAnyText_IsAnswered(string[] texts)
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite);
        await force.ConversationAsync("Where can I hand in a lost purse?");
        foreach (var text in texts.Append("\" OR 1=1 --").Append("purse* NEAR(").Append("Text:purse").Append("^purse"))
            Assert.True((await force.SearchAsync(text)).Count <= 1);
        Assert.Single(await force.SearchAsync("purse"));
    }

    [Property(MaxTest = 500)]
    public void Definition_OfAnyText_IsReadOrRefused_AndWhatIsReadCanBeJudged(string text)
    {
        foreach (var json in new[] { text, $"{{\"any\":[{System.Text.Json.JsonSerializer.Serialize(text)}]}}", $"{{\"patterns\":{text}}}", "{\"together\":[[null]],\"unless\":[null]}", "null", "[]" })
        {
            if (Record.Exception(() => new RuleSet([(1, 1, "A rule", RuleDefinition.Read(json))]).Judge(new(text + " now", false, false))) is { } refused)
                Assert.True(refused is FormatException or System.Text.Json.JsonException, refused.ToString());
        }
    }

    [Property(MaxTest = 300)]
    public void Pattern_OfAnyText_IsUsedOrRefusedInWords(string pattern, string text)
    {
        foreach (var tried in new[] { pattern, $"({pattern})+", $"[{pattern}]*x", $"(.*{pattern}.*)*" })
        {
            if (Record.Exception(() => new RuleSet([(1, 1, "A rule", new() { Patterns = [tried] })]).Judge(new(text + pattern, false, false))) is { } refused)
                Assert.Contains("cannot be used", Assert.IsType<FormatException>(refused).Message, StringComparison.Ordinal);
        }
    }

    [Property]
    public void Reading_OfAnItemKeptAside_ComesBack(string text, string name)
    {
        var item = Given.Item("m1", text, name) with { InReplyTo = text, Permalink = name };
        var back = PoliceSocial.Inbox.Quarantine.ItemText.Read(PoliceSocial.Inbox.Quarantine.ItemText.Write(item), item.Raw.ToArray())!;
        Assert.Equal((Tidied.Text(text), Tidied.Text(name), Tidied.Text(text)), (back.Text, back.Author.Handle, back.InReplyTo));
    }

    [Property]
    public void Shown_IsEscapedWhateverIsMarked(string text, int start, int length)
    {
        var reasons = new FlagReasons(1, [new(1, 1, "A rule", [new(start % 40, length % 40), new(0, 1), new(int.MaxValue, 5)])]);
        using var writer = new StringWriter();
        Said.Text("<b>" + text, 1, reasons).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        var html = writer.ToString().Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
        Assert.DoesNotContain(html, c => c is '<' or '>' or '"');
    }

    private static RuleSet RulesOf(params string[] terms) =>
        new([(1, 1, "A rule", new() { Any = [.. terms.Where(t => Words.Of(t).Count > 0 && !t.Contains('*', StringComparison.Ordinal)), "suicid*", "now"] })]);

    /// <summary>Texts of any UTF-16 units, with what breaks parsers more often than chance would have it.</summary>
    private static class AnyText
    {
        private static readonly string[] Nasty =
            ["\0", "\uD800", "\uDC00", "\uD83D\uDE93", "\u202E", "\u200B", "'", "\"", "*", "%", "<", "&", "ﬃ", "ß", "İ", "а", "\u0301", " ", "\r\n", "AND", "suicid", "now", "\uFFFF", "ﷺ"];

        public static Arbitrary<string> Texts()
        {
            var unit = Gen.Frequency(
                (4, Gen.Choose('a', 'z').Select(c => ((char)c).ToString())), (2, Gen.Elements(Nasty)), (1, Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString())));
            return unit.ListOf().Select(string.Concat).ToArbitrary();
        }
    }
}
