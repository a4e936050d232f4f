using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Bag.Contents;

namespace PoliceSocial.Bag.Tests;

/// <summary>Invented material for an export: messages with awkward texts, pictures, notes, exhibits, something removed.</summary>
internal sealed class InventedMaterial(int messages) : IMaterial
{
    public const string Secret = "hunter2-do-not-show";

    private static readonly string[] Texts =
    [
        "I saw her at the Crown about half ten", "=HYPERLINK(\"http://evil.example\")", "<script>alert(1)</script> & \"quotes\"",
        "Mae'r ferch wrth yr afon, plîs brysiwch – ŵyn ŷd", "help 🚨 نجدة", "line one\nline two, with a comma", "",
    ];

    public IReadOnlyList<Removal> Removed { get; } = [new("message", "line 4", "names a third party who has no part in it", "PC Rees")];

    public IReadOnlyList<Exhibit> Exhibits { get; } =
    [
        new("SR/1", "Message from wren of 21 November 2026", "PC S Rees", Given.Now, true, null, true, "timeline.json"),
        new("SR/2", "Picture sent with it", "PC S Rees", Given.Now, true, null, false, "media/1-ab.jpg"),
        new("SR/3", "Message naming a source", "PC S Rees", Given.Now, true, "identifies a source", false, "timeline.json"),
    ];

    public static byte[] RawOf(int i) => Encoding.UTF8.GetBytes($$"""{"id":{{i}},"text":"raw é {{i}}","cr":"\r\n"}""");

    /// <summary>The answer that brought the items of a third: the first is kept by its items alone, and another's item stood in the second.</summary>
    public static byte[] AnswerOf(int third) => third == 0 ? "page"u8.ToArray()
        : Encoding.UTF8.GetBytes($"{{\n \"feed\": [{string.Join(", ", ItemsOf(third).Select(i => Encoding.UTF8.GetString(RawOf(i))))}{(third == 1 ? ", {\"id\":\"another's\"}" : "")}],\n \"cursor\": \"{third}\"\n}}\n");

    private static byte[] FrameOf(int third) => third == 0 ? []
        : Encoding.UTF8.GetBytes($"{{\n \"feed\": [{string.Join(", ", ItemsOf(third).Select(i => $"\u0001{Convert.ToHexStringLower(SHA256.HashData(RawOf(i)).AsSpan(0, 16))}\u0001"))}{(third == 1 ? ", \u0002" : "")}],\n \"cursor\": \"{third}\"\n}}\n");

    private static IEnumerable<int> ItemsOf(int third) => Enumerable.Range(third * 3, 3);

    public async IAsyncEnumerable<MediaOriginal> MediaAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield return new(1, "1-ab.jpg", "image/jpeg", _ => Task.FromResult<Stream>(new MemoryStream(Encoding.ASCII.GetBytes("picture"))));
    }

    public async IAsyncEnumerable<DataFile> FilesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield return new("incidents/PS-20261121-0007.json", Encoding.UTF8.GetBytes("{}\n"));
    }

    public async IAsyncEnumerable<TimelineLine> TimelineAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        for (var i = 1; i <= messages; i++)
        {
            yield return new()
            {
                At = Given.Now.AddSeconds(i),
                Kind = (LineKind)(i % 8),
                Incident = i % 8 == (int)LineKind.Record ? "PS-20261121-0007" : "",
                Conversation = 7,
                Id = i,
                Channel = "Force on Fakebook",
                Audience = "public",
                Who = "Wren",
                Handle = i % 2 == 0 ? "wren.example" : "",
                Text = i == 4 ? "" : Texts[i % Texts.Length],
                NetworkId = $"at://wren/{i}",
                Permalink = "https://fake.example/1",
                ReceivedAt = Given.Now.AddSeconds(i + 2),
                Sha256 = i == 4 ? "" : Convert.ToHexStringLower(SHA256.HashData(RawOf(i))),
                Exhibit = i == 1 ? "SR/1" : "",
                Removed = i == 4 ? "names a third party who has no part in it" : "",
                Media = i == 1 ? [new("1-ab.jpg", "image/jpeg", "", ""), new("", "", "", "could not be fetched")] : [],
            };
        }
    }

    public async IAsyncEnumerable<CapturedOriginal> OriginalsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        for (var i = 1; i <= messages; i++)
        {
            var exchange = new CapturedExchange(
                100 + (i / 3), $"GET https://user:{Secret}@fake.example/feed?access_token={Secret}&page=2", 200,
                $"Date: today\nAuthorization: Bearer {Secret}\nSet-Cookie: a={Secret}\nX-Request-Id: r1", SHA256.HashData(AnswerOf(i / 3)), Given.Now, Given.Now)
            {
                Frame = FrameOf(i / 3),
            };
            yield return new(i, $"at://wren/{i}", "application/json", RawOf(i), SHA256.HashData(RawOf(i)), Given.Now, exchange);
        }
    }

    public async IAsyncEnumerable<CustodyLine> CustodyAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield return new(Given.Now, "the service", "captured conversation 7", 0);
        yield return new(Given.Now.AddHours(1), "PC Rees", "viewed conversation 7", 3);
    }

    public Task<LedgerExtract?> LedgerAsync(CancellationToken ct)
    {
        var ledger = SmallLedger.Extract(9, 0, 3, 8);
        return Task.FromResult<LedgerExtract?>(new(ledger.Key, ledger.Checkpoint, LinesOf(ledger)));
    }

    private static async IAsyncEnumerable<ProvenLine> LinesOf(SmallLedger ledger)
    {
        await Task.Yield();
        foreach (var (entry, proof) in ledger.Entries.Split('\n').Zip(ledger.Proofs.Split('\n')).Where(p => p.First.Length > 0))
        {
            using var read = System.Text.Json.JsonDocument.Parse(proof);
            yield return new(entry, read.RootElement.GetProperty("index").GetInt64(), [.. read.RootElement.GetProperty("path").EnumerateArray().Select(h => h.GetString()!)]);
        }
    }
}
