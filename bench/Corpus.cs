using System.Globalization;
using System.Text;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bench;

/// <summary>Invented messages, the same ones for the same seed: 320 characters on average, by people who write four times each.</summary>
internal sealed class Corpus
{
    private const int WritesEach = 4;
    private const int Posts = 40;
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = MakeWords();
    private readonly Random _chance;

    /// <summary>The words it is made of, the most common first.</summary>
    public static IReadOnlyList<string> Vocabulary => Words;

    public Corpus(int seed) => _chance = new Random(seed);

    /// <summary>The item with this number: numbers make network ids, so each is made once.</summary>
    public CollectedItem Next(int number, int channel)
    {
        var author = _chance.Next(Math.Max(1, number / WritesEach) + 50);
        var post = $"post-{channel}-{_chance.Next(Posts)}";
        var text = Text();
        var id = $"at://did:plc:{author:x8}k3vq7wexample/app.example.feed.post/{number:x10}";
        var at = Start.AddMilliseconds(number * 40L);
        var profile = new NetworkProfile($"did:plc:{author:x8}k3vq7wexample", $"person{author}.example", $"Person {author}");
        return new()
        {
            NetworkId = id,
            VersionId = number.ToString("x16", CultureInfo.InvariantCulture),
            Change = ItemChange.Created,
            Kind = ItemKind.Comment,
            Author = profile,
            Text = text,
            Language = "en",
            NetworkTime = at,
            ThreadId = post,
            InReplyTo = post,
            ReplyHandle = id,
            Raw = JsonSerializer.SerializeToUtf8Bytes(new
            {
                uri = id,
                cid = $"bafyrei{number:x24}",
                author = new { did = profile.NetworkId, handle = profile.Handle, displayName = profile.DisplayName },
                record = new { text, createdAt = at, reply = new { root = post, parent = post }, langs = Languages },
            }),
            Exchange = 0,
        };
    }

    public List<CollectedItem> Take(int from, int count, int channel) => [.. Enumerable.Range(from, count).Select(n => Next(n, channel))];

    private static readonly string[] Languages = ["en"];

    private static string[] MakeWords()
    {
        var chance = new Random(7);
        var syllables = new[] { "ba", "ter", "lo", "mi", "ra", "sen", "to", "vi", "ock", "ham", "el", "un", "dre", "ing", "so", "pa", "st", "ere" };
        return [.. Enumerable.Range(0, 8_000).Select(_ => string.Concat(Enumerable.Range(0, chance.Next(1, 5)).Select(_ => syllables[chance.Next(syllables.Length)]))).Distinct()];
    }

    private string Text()
    {
        var length = 40 + _chance.Next(560);
        var text = new StringBuilder(length + 16);
        while (text.Length < length)
        {
            // Squared twice: few words are common, most are rare, as in any language.
            var place = Math.Pow(_chance.NextDouble(), 4);
            text.Append(Words[(int)(place * Words.Length)]).Append(' ');
        }

        return text.ToString().TrimEnd();
    }
}
