using System.Globalization;
using System.Security;
using System.Text;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Pdf;

/// <summary>The account as PDF/A-1b, for printing and filing: the part that a preflight others wrote, and free, checks.</summary>
internal static class PdfAccount
{
    /// <summary>Writes it; false, and nothing is written, where there is no font to embed.</summary>
    public static async Task<bool> WriteAsync(BagWriter bag, Disclosure disclosure, Spool spool, IReadOnlyList<Removal> removed, CancellationToken ct)
    {
        if (disclosure.Font is not { } bytes || TrueTypeFont.Read(bytes) is not { } face)
            return false;
        await using var file = bag.Add("account/account.pdf", Packing.Stored);
        var sink = new TextSink(file);
        var (pdf, font) = (new PdfWriter(sink), new PdfFont(face));
        pdf.Header();
        var resources = pdf.Reserve();
        var pages = new PdfPages(pdf, font, resources, font.Printable($"{disclosure.Force}, export {disclosure.Reference}"));
        Front(pages, disclosure, removed);
        var time = new WrittenTime(disclosure.Zone);
        var number = 0L;
        await foreach (var line in spool.LinesAsync(ct))
        {
            Line(pages, time, line, ++number);
            await sink.PassAsync(ct);
        }

        pages.End();
        pdf.Object(resources, $"<< /Font << /F {font.Write(pdf)} 0 R >> >>");
        End(pdf, disclosure, pages.Tree);
        await sink.EndAsync(ct);
        return true;
    }

    private static void Front(PdfPages pages, Disclosure disclosure, IReadOnlyList<Removal> removed)
    {
        pages.Paragraph($"Account of {disclosure.Scope}", 16);
        foreach (var (label, value) in HtmlAccount.Facts(disclosure, new(disclosure.Zone)))
            pages.Paragraph($"{label}: {value}", 10, 2);
        pages.Paragraph("What was removed", 12, 12);
        if (removed.Count == 0)
            pages.Paragraph("Nothing was removed from what the export covers.", 9);
        foreach (var one in removed)
            pages.Paragraph($"{one.What} ({one.Which}): {one.Why}; decided by {one.By}", 9, 2);
        pages.Paragraph("Timeline", 12, 12);
    }

    private static void Line(PdfPages pages, WrittenTime time, TimelineLine line, long number)
    {
        var handle = line.Handle.Length > 0 ? $" (@{line.Handle})" : "";
        pages.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{number}. {time.Of(line.At)} - {line.Who}{handle} {Words.Shown(line.Kind)}"), 8, 6);
        if (line.Removed.Length > 0)
            pages.Paragraph($"[Removed: {line.Removed}]", 9);
        if (line.Text.Length > 0)
            pages.Paragraph(line.Text, 9);
        foreach (var media in line.Media)
            pages.Paragraph(media.Name.Length > 0 ? $"Attachment media/{media.Name} ({media.Type}): {media.AltText}" : $"Attachment: {media.Said}", 8);
        pages.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{line.Channel} {line.Audience} {(line.Conversation == 0 ? $"incident {line.Incident}" : $"conversation {line.Conversation}")} {line.Exhibit} {line.NetworkId}").Trim(), 7);
    }

    private static void End(PdfWriter pdf, Disclosure disclosure, int pages)
    {
        var profile = pdf.Stream("/N 1", GreyProfile.Make());
        var intent = pdf.Object($"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (Custom) /Info (Grey, gamma 2.2) /DestOutputProfile {profile} 0 R >>");
        var metadata = pdf.Stream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Xmp(disclosure)), packed: false);
        var catalogue = pdf.Object($"<< /Type /Catalog /Pages {pages} 0 R /Metadata {metadata} 0 R /OutputIntents [{intent} 0 R] /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>");
        pdf.End(catalogue, new Identifiers(disclosure).Uuid(IdentifierKind.Export, 0));
    }

    private static string Xmp(Disclosure disclosure)
    {
        var (title, force) = (SecurityElement.Escape(Clean(disclosure.Scope)), SecurityElement.Escape(Clean(disclosure.Force)));
        var at = disclosure.MadeAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
            <dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Account of {title}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{force}</rdf:li></rdf:Seq></dc:creator>
            <xmp:CreatorTool>{SecurityElement.Escape(Clean(disclosure.Producer))}</xmp:CreatorTool><xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
}
