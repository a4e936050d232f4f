namespace PoliceSocial.Bag.Contents;

/// <summary>The frame of every page of a bag: plain, printable, readable aloud, without script, and reaching nothing outside.</summary>
internal static class HtmlPage
{
    private const string Style =
        """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
        h1{font-size:1.75rem}h2{font-size:1.3rem}a{color:#1d4f8c}
        dt{font-weight:700}dd{margin:0 0 .5rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:.35rem .5rem;text-align:left;vertical-align:top}
        article{border-top:1px solid #555;padding:.5rem 0;break-inside:avoid}article header{font-weight:700}
        .text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.25rem 0}.small{color:#444;font-size:.875rem;overflow-wrap:anywhere}
        .removed{border:2px solid #111;padding:.25rem .5rem;display:inline-block}img{max-width:20rem;max-height:20rem}
        @media print{body{margin:0;max-width:none}a{color:inherit}}
        """;

    public static void Begin(TextSink sink, string title) => sink
        .Put("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"u8)
        .Put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'\">\n<title>"u8)
        .Shown(title).Put("</title>\n<style>"u8).Put(Style).Put("</style>\n</head>\n<body>\n<main>\n<h1>"u8).Shown(title).Put("</h1>\n"u8);

    public static void End(TextSink sink) => sink.Put("</main>\n</body>\n</html>\n"u8);

    public static void Fact(TextSink sink, string label, string value) =>
        sink.Put("<dt>"u8).Shown(label).Put("</dt><dd>"u8).Shown(value).Put("</dd>\n"u8);

    public static void Row(TextSink sink, params ReadOnlySpan<string> cells)
    {
        sink.Put("<tr>"u8);
        foreach (var cell in cells)
            sink.Put("<td>"u8).Shown(cell).Put("</td>"u8);
        sink.Put("</tr>\n"u8);
    }

    public static void Table(TextSink sink, string caption, params ReadOnlySpan<string> heads)
    {
        sink.Put("<table>\n<caption>"u8).Shown(caption).Put("</caption>\n<thead><tr>"u8);
        foreach (var head in heads)
            sink.Put("<th scope=\"col\">"u8).Shown(head).Put("</th>"u8);
        sink.Put("</tr></thead>\n<tbody>\n"u8);
    }

    public static void EndTable(TextSink sink) => sink.Put("</tbody>\n</table>\n"u8);
}
