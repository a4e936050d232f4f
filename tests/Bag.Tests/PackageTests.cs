using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Tests;

/// <summary>A whole export, read by programs that others wrote.</summary>
public sealed class PackageTests : IDisposable
{
    private const int Messages = 20;
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Package_IsSound_AndHasAllItsParts()
    {
        var bag = await WriteAsync();
        var report = await BagVerifier.VerifyAsync(bag, new(), Given.Ct);
        Assert.Empty(report.Findings);
        Assert.Equal(3, report.Entries);
        string[] parts = ["account/account.html", "timeline.csv", "timeline.json", "media/1-ab.jpg", "incidents/PS-20261121-0007.json", "original/exchanges-00001.warc", "original/index.csv", "case/case.jsonld", "custody/custody.csv", "forms/MG11-capture-statement-draft.html", "forms/MG12-exhibits-draft.html", "forms/MG6C-draft.html", "forms/MG6D-draft.html", "ledger/proofs.jsonl", "about.json", "README.txt"];
        Assert.All(parts, part => Assert.True(File.Exists(Path.Combine(bag, "data", part)), part));
    }

    [Fact]
    public async Task Package_HoldsNoSecretAnywhere()
    {
        var bag = await WriteAsync();
        foreach (var file in Directory.GetFiles(bag, "*", SearchOption.AllDirectories))
            Assert.True((await File.ReadAllBytesAsync(file, Given.Ct)).AsSpan().IndexOf(Encoding.ASCII.GetBytes(InventedMaterial.Secret)) < 0, file);
    }

    [Fact]
    public async Task Json_SaysWhatWasWritten_AndCsvCannotRunFormulas()
    {
        var bag = await WriteAsync();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(bag, "data/timeline.json"), Given.Ct));
        Assert.Equal(Messages, json.RootElement.GetArrayLength());
        Assert.Equal("=HYPERLINK(\"http://evil.example\")", json.RootElement[0].GetProperty("text").GetString());
        var csv = await File.ReadAllTextAsync(Path.Combine(bag, "data/timeline.csv"), Given.Ct);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_ShowsTextAsText()
    {
        var html = await File.ReadAllTextAsync(Path.Combine(await WriteAsync(), "data/account/account.html"), Given.Ct);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("names a third party", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_FindsTheBytesAsReceived()
    {
        var bag = await WriteAsync();
        var rows = (await File.ReadAllLinesAsync(Path.Combine(bag, "data/original/index.csv"), Given.Ct)).Skip(1).Select(r => r.Split(',')).ToList();
        Assert.Equal(Messages, rows.Count);
        foreach (var row in rows)
        {
            var warc = await File.ReadAllBytesAsync(Path.Combine(bag, "data", row[2]), Given.Ct);
            var bytes = warc.AsSpan(int.Parse(row[3], null), int.Parse(row[4], null));
            Assert.Equal(InventedMaterial.RawOf(int.Parse(row[0], null)), bytes);
            Assert.Equal(row[5], Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    [Fact]
    public async Task WarcReader_ReadsEveryRecord_WithItsDigest()
    {
        var bag = await WriteAsync();
        var said = await Tool.NodeAsync("warc.mjs", Path.Combine(bag, "data/original/exchanges-00001.warc"));
        var records = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.All(records, r => Assert.True(r.GetProperty("right").GetBoolean()));
        Assert.Equal("warcinfo", records[0].GetProperty("type").GetString());
        Assert.Equal(2, records.Count(r => r.GetProperty("type").GetString() == "resource"));
        Assert.Equal(7, records.Count(r => r.GetProperty("type").GetString() == "metadata"));
        Assert.Equal(6, records.Count(r => r.GetProperty("type").GetString() == "request"));
        Assert.Contains(records, r => r.GetProperty("text").GetString() == Encoding.UTF8.GetString(InventedMaterial.RawOf(2)));
    }

    [Fact]
    public async Task WarcReader_ReadsAnswers_AsReceived_AndSaysWhereAnothersThingsWereLeftOut()
    {
        var bag = await WriteAsync();
        var said = await Tool.NodeAsync("warc.mjs", Path.Combine(bag, "data/original/exchanges-00001.warc"));
        var answers = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).Where(r => r.GetProperty("type").GetString() == "response").ToList();
        Assert.Equal(6, answers.Count);
        Assert.All(answers, a => Assert.Equal((200, true), (a.GetProperty("status").GetInt32(), a.GetProperty("payloadRight").GetBoolean())));
        Assert.Equal("unspecified", answers[0].GetProperty("truncated").GetString());
        Assert.DoesNotContain("another's", answers[0].GetProperty("payload").GetString()!, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(answers[0].GetProperty("payload").GetString()!);
        Assert.Equal(JsonValueKind.Null, parsed.RootElement.GetProperty("feed")[3].ValueKind);
        for (var third = 2; third < 6; third++)
        {
            Assert.Equal(JsonValueKind.Null, answers[third - 1].GetProperty("truncated").ValueKind);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(InventedMaterial.AnswerOf(third))), answers[third - 1].GetProperty("payloadSha256").GetString());
        }
    }

    [Fact]
    public async Task ShaclValidator_FindsNoViolationOfCase()
    {
        var shapes = ShapesFolder();
        Assert.SkipWhen(shapes is null, "The CASE and UCO ontologies are not beside this checkout.");
        var said = await Tool.NodeAsync("shacl.mjs", Path.Combine(await WriteAsync(), "data/case/case.jsonld"), shapes!);
        Assert.Contains(" 0 violations", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShaclValidator_WhenAHashHasNoMethod_FindsIt()
    {
        var shapes = ShapesFolder();
        Assert.SkipWhen(shapes is null, "The CASE and UCO ontologies are not beside this checkout.");
        var file = Path.Combine(await WriteAsync(), "data/case/case.jsonld");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Given.Ct)).Replace("\"types:hashMethod\":\"SHA256\",", "", StringComparison.Ordinal), Given.Ct);
        Assert.Matches("Violation .*hashMethod", await Tool.NodeAsync("shacl.mjs", file, shapes!, fails: true));
    }

    [Fact]
    public async Task Qpdf_FindsThePdfSound()
    {
        Assert.SkipUnless(File.Exists(Given.DejaVu), "The font DejaVu Sans is not installed.");
        var pdf = Path.Combine(await WriteAsync(), "data/account/account.pdf");
        Assert.Contains("No syntax or stream encoding errors found", await Tool.PassAsync(_folder.Path, "qpdf", "--check", pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_DeclaresPdfA_AndEmbedsWhatItUses()
    {
        Assert.SkipUnless(File.Exists(Given.DejaVu), "The font DejaVu Sans is not installed.");
        var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(await WriteAsync(), "data/account/account.pdf"), Given.Ct));
        PdfPreflight.Check(pdf);
    }

    [Fact]
    public async Task Preflight_FindsThePdfToBePdfA_AndNotWithoutItsOutputIntent()
    {
        Assert.SkipUnless(File.Exists(Given.DejaVu), "The font DejaVu Sans is not installed.");
        var pdf = Path.Combine(await WriteAsync(), "data/account/account.pdf");
        var (code, said) = await Preflight.RunAsync(_folder.Path, pdf);
        Assert.True(code == 0 && said.Contains("is a valid PDF/A-1b file", StringComparison.Ordinal), said);
        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, Given.Ct));
        await File.WriteAllBytesAsync(pdf, Encoding.Latin1.GetBytes(text.Replace("/GTS_PDFA1", "/GTS_PDFX1", StringComparison.Ordinal)), Given.Ct);
        Assert.Contains("is not a valid PDF/A-1b file", (await Preflight.RunAsync(_folder.Path, pdf)).Said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string? ShapesFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shapes = Path.Combine(folder.FullName, "shared", "specs", "case");
            if (Directory.Exists(shapes))
                return shapes;
        }

        return null;
    }

    private Task<string> WriteAsync() => Given.ExportAsync(_folder, new InventedMaterial(Messages));
}
