using System.Text.RegularExpressions;

namespace PoliceSocial.Bag.Tests;

/// <summary>The demands of PDF/A-1b (ISO 19005-1) that can be read off a file whose objects lie open: those that are most often missed.</summary>
internal static partial class PdfPreflight
{
    public static void Check(string pdf)
    {
        Assert.StartsWith("%PDF-1.4\n%", pdf, StringComparison.Ordinal);
        Assert.All(pdf.Substring(10, 4), c => Assert.True(c > 127));
        Assert.Contains("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", pdf, StringComparison.Ordinal);
        Assert.Matches(@"/Type /OutputIntent /S /GTS_PDFA1 .*/DestOutputProfile \d+ 0 R", pdf);
        Assert.Matches(@"trailer\n<< .*/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\] >>", pdf);
        Assert.Matches("/Type /Metadata /Subtype /XML /Length", pdf);
        foreach (var forbidden in (string[])["/Encrypt", "/JavaScript", "/AA ", "/OpenAction", "/LZWDecode", "/EmbeddedFile", "/Info 1", "/Trapped", "/SMask", "/Launch", "/URI"])
            Assert.DoesNotContain(forbidden, Objects(pdf), StringComparison.Ordinal);
        Assert.Matches("/FontFile2", pdf);
        Assert.Matches("/CIDToGIDMap /Identity", pdf);
        Assert.Matches("/ToUnicode", pdf);
        Offsets(pdf);
    }

    private static string Objects(string pdf) => Streams().Replace(pdf, "");

    /// <summary>Every object lies where the table says.</summary>
    private static void Offsets(string pdf)
    {
        var start = int.Parse(StartXref().Match(pdf).Groups[1].Value, null);
        var entries = Entries().Matches(pdf[start..]);
        for (var i = 0; i < entries.Count; i++)
            Assert.StartsWith($"{i + 1} 0 obj\n", pdf[int.Parse(entries[i].Groups[1].Value, null)..], StringComparison.Ordinal);
        Assert.True(entries.Count > 10);
    }

    [GeneratedRegex(@"stream\n.*?\nendstream", RegexOptions.Singleline)]
    private static partial Regex Streams();

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"^(\d{10}) 00000 n $", RegexOptions.Multiline)]
    private static partial Regex Entries();
}
