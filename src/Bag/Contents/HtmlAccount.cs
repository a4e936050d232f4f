using System.Globalization;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>The account that people read: what the export is, what was removed, and the combined timeline.</summary>
internal sealed class HtmlAccount(BagWriter bag, Disclosure disclosure)
{
    private readonly WrittenTime _time = new(disclosure.Zone);

    public async Task WriteAsync(Spool spool, IReadOnlyList<Removal> removed, CancellationToken ct)
    {
        await using var file = bag.Add("account/account.html", Packing.Deflated);
        var sink = new TextSink(file);
        HtmlPage.Begin(sink, $"Account of {disclosure.Scope}");
        Facts(sink, spool.Count);
        Removed(sink, removed);
        sink.Put("<section aria-labelledby=\"timeline\">\n<h2 id=\"timeline\">Timeline</h2>\n"u8);
        var number = 0L;
        await foreach (var line in spool.LinesAsync(ct))
        {
            Line(sink, line, ++number);
            await sink.PassAsync(ct);
        }

        sink.Put("</section>\n"u8);
        HtmlPage.End(sink);
        await sink.EndAsync(ct);
    }

    private void Facts(TextSink sink, long lines)
    {
        sink.Put("<dl>\n"u8);
        foreach (var (label, value) in Facts(disclosure, _time))
            HtmlPage.Fact(sink, label, value);
        HtmlPage.Fact(sink, "Lines in the timeline", lines.ToString("N0", CultureInfo.InvariantCulture));
        sink.Put("</dl>\n<p>Times are local, with their distance from UTC; of what came from a network, the time is the network's. The bytes as received are in the folder “original”, the media in “media”.</p>\n"u8);
    }

    public static IEnumerable<(string Label, string Value)> Facts(Disclosure disclosure, WrittenTime time) =>
    [
        ("Export", disclosure.Reference),
        ("Force", disclosure.Force),
        ("Investigation or incident", disclosure.Investigation.Length > 0 ? disclosure.Investigation : "none given"),
        ("Covers", disclosure.Scope),
        ("Recipient", disclosure.Recipient),
        ("Lawful basis", disclosure.Basis),
        ("Made by", $"{disclosure.MadeBy}, {time.Of(disclosure.MadeAt)}"),
        ("Made with", disclosure.Producer),
        ("Signature", disclosure.CertificateSaid),
    ];

    private static void Removed(TextSink sink, IReadOnlyList<Removal> removed)
    {
        sink.Put("<section aria-labelledby=\"removed\">\n<h2 id=\"removed\">What was removed</h2>\n"u8);
        if (removed.Count == 0)
        {
            sink.Put("<p>Nothing was removed from what the export covers.</p>\n</section>\n"u8);
            return;
        }

        HtmlPage.Table(sink, "What was removed from this copy, and why. It is not hidden in it: it is not there.", "What", "Which", "Why", "Decided by");
        foreach (var one in removed)
            HtmlPage.Row(sink, one.What, one.Which, one.Why, one.By);
        HtmlPage.EndTable(sink);
        sink.Put("</section>\n"u8);
    }

    private void Line(TextSink sink, TimelineLine line, long number)
    {
        sink.Put("<article id=\"line-"u8).Put(number).Put("\">\n<header><time datetime=\""u8).Instant(line.At).Put("\">"u8).Put(_time.Of(line.At)).Put("</time> · "u8);
        sink.Shown(line.Who);
        if (line.Handle.Length > 0)
            sink.Put(" (@"u8).Shown(line.Handle).Put(")"u8);
        sink.Put(" "u8).Put(Words.Shown(line.Kind)).Put("</header>\n"u8);
        if (line.Removed.Length > 0)
            sink.Put("<p class=\"removed\">Removed: "u8).Shown(line.Removed).Put("</p>\n"u8);
        if (line.Text.Length > 0)
            sink.Put("<p class=\"text\" dir=\"auto\">"u8).Shown(line.Text).Put("</p>\n"u8);
        foreach (var media in line.Media)
            Media(sink, media);
        Small(sink, line, number);
        sink.Put("</article>\n"u8);
    }

    private static void Media(TextSink sink, LineMedia media)
    {
        if (media.Name.Length == 0)
        {
            sink.Put("<p>Attachment: "u8).Shown(media.Said).Put("</p>\n"u8);
            return;
        }

        var alt = media.AltText.Length > 0 ? media.AltText : "No description was given by its author";
        sink.Put("<p><a href=\"../media/"u8).Shown(media.Name).Put("\">"u8);
        if (media.Type is "image/jpeg" or "image/png" or "image/gif" or "image/webp")
            sink.Put("<img loading=\"lazy\" src=\"../media/"u8).Shown(media.Name).Put("\" alt=\""u8).Shown(alt).Put("\">"u8);
        else
            sink.Put("Attachment ("u8).Shown(media.Type).Put("): "u8).Shown(alt);
        sink.Put("</a></p>\n"u8);
    }

    private void Small(TextSink sink, TimelineLine line, long number)
    {
        sink.Put("<p class=\"small\">Line "u8).Put(number);
        if (line.Conversation != 0)
            sink.Put(", conversation "u8).Put(line.Conversation);
        foreach (var (label, value) in (ReadOnlySpan<(string, string)>)[("incident ", line.Incident), ("", line.Channel), ("", line.Audience), ("exhibit ", line.Exhibit), ("network's id ", line.NetworkId), ("SHA-256 ", line.Sha256)])
        {
            if (value.Length > 0)
                sink.Put(" · "u8).Put(label).Shown(value);
        }

        if (line.ReceivedAt is { } received)
            sink.Put(" · received "u8).Put(_time.Of(received));
        sink.Put("</p>\n"u8);
    }
}
