using System.Globalization;
using System.Net;
using System.Text;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Audit.Extracting;

/// <summary>What the extract's own page tells: a whole page of HTML that opens anywhere, without script or network.</summary>
internal static class ExtractPage
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #b1b4b6;padding:.4rem .8rem .4rem 0}td.n,th.n{text-align:right}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f3f2f1;padding:1rem}";

    /// <param name="asked">What was asked for.</param>
    /// <param name="counts">How many entries of each sort.</param>
    /// <param name="unsigned">How many of the period are not in it.</param>
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="madeAt">When.</param>
    public static string Write(ExtractAsked asked, IReadOnlyDictionary<(Family Family, string Type), long> counts, long unsigned, string note, DateTimeOffset madeAt)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Log of processing, {Days(asked)}</title><style>{Style}</style></head><body><main>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Log of processing, {Days(asked)}</h1>");
        page.Append("<p>What the Data Protection Act 2018, section 62, asks a competent authority to log: collection, alteration, consultation, disclosure, combination and erasure. Every entry is a line of <a href=\"entries.csv\">entries.csv</a>.</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p>Made {Text(ForceTime.Absolute(madeAt))} for {Text(asked.Recipient)}. That it was given is itself in the ledger. It may be used to verify that processing was lawful, for self-monitoring, for integrity and security, and for criminal proceedings, and for nothing else.</p>");
        page.Append("<h2>How much of each</h2><table><thead><tr><th scope=\"col\">Operation</th><th scope=\"col\" class=\"n\">Entries</th></tr></thead><tbody>");
        foreach (var family in Enum.GetValues<Family>().Where(f => f <= Family.Erased))
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{ExtractCsv.Operation(family)}</th><td class=\"n\">{Number(counts.Where(c => c.Key.Family == family).Sum(c => c.Value))}</td></tr>");
        page.Append("</tbody></table><h2>By sort of event</h2><table><thead><tr><th scope=\"col\">Event</th><th scope=\"col\">Operation</th><th scope=\"col\" class=\"n\">Entries</th></tr></thead><tbody>");
        foreach (var ((family, type), n) in counts.OrderBy(c => c.Key.Family).ThenBy(c => c.Key.Type, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(type)}</th><td>{ExtractCsv.Operation(family)}</td><td class=\"n\">{Number(n)}</td></tr>");
        page.Append("</tbody></table><h2>What each column says</h2><table><tbody>");
        foreach (var (name, says) in ExtractCsv.Columns)
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th><td>{Text(says)}</td></tr>");
        page.Append("</tbody></table><h2>What it rests on</h2><p>The ledger's checkpoint below, signed by the force's ledger key; it is in checkpoint.txt, and the key in log.pub. Each entry's number is its place in that ledger: an export of the ledger (<code>policesocial audit export</code>) proves it, offline.</p>");
        if (unsigned > 0)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Number(unsigned)} more of the period were recorded after that checkpoint and are not in this extract: make it again in a minute.</p>");
        page.Append(CultureInfo.InvariantCulture, $"<pre>{Text(note)}</pre></main></body></html>");
        return page.ToString();
    }

    private static string Days(ExtractAsked asked) => string.Create(CultureInfo.InvariantCulture, $"{asked.From:d MMMM yyyy} to {asked.To:d MMMM yyyy}");

    private static string Number(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
