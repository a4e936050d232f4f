using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>Drafts of the forms that go with a file: MG11 statement of capture, MG12 exhibits, MG6C and MG6D unused material.</summary>
internal sealed class Forms(BagWriter bag, Disclosure disclosure)
{
    private readonly WrittenTime _time = new(disclosure.Zone);

    public async Task WriteAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken ct)
    {
        await PageAsync("forms/MG11-capture-statement-draft.html", "Draft witness statement (MG11): capture of social media messages", Statement, ct);
        await PageAsync("forms/MG12-exhibits-draft.html", "Draft exhibit list (MG12)", sink =>
        {
            HtmlPage.Table(sink, "Exhibits relied on", "Exhibit", "Description", "Produced by", "Where in this bag");
            foreach (var exhibit in exhibits.Where(e => e.Used))
                HtmlPage.Row(sink, exhibit.Mark, exhibit.What, exhibit.ProducedBy, exhibit.Where);
            HtmlPage.EndTable(sink);
        }, ct);
        await ScheduleAsync("MG6C", "non-sensitive", exhibits.Where(e => !e.Used && e.Relevant && e.Sensitive is null), ct);
        await ScheduleAsync("MG6D", "sensitive", exhibits.Where(e => !e.Used && e.Relevant && e.Sensitive is not null), ct);
    }

    private Task ScheduleAsync(string form, string which, IEnumerable<Exhibit> rows, CancellationToken ct) =>
        PageAsync($"forms/{form}-draft.html", $"Draft schedule of relevant {which} unused material ({form})", sink =>
        {
            HtmlPage.Table(sink, $"Relevant {which} unused material", "Item", "Description", "Location", "Why sensitive");
            var number = 0;
            foreach (var row in rows)
                HtmlPage.Row(sink, (++number).ToString(System.Globalization.CultureInfo.InvariantCulture), $"{row.Mark}: {row.What}", row.Where, row.Sensitive ?? "not sensitive");
            HtmlPage.EndTable(sink);
            if (number == 0)
                sink.Put("<p>Nothing is marked so.</p>\n"u8);
        }, ct);

    private void Statement(TextSink sink)
    {
        sink.Put("<p>I am "u8).Shown(disclosure.MadeBy).Put(" of "u8).Shown(disclosure.Force).Put(".</p>\n<p>On "u8).Shown(_time.Of(disclosure.MadeAt))
            .Put(" I used "u8).Shown(disclosure.Producer).Put(" to export "u8).Shown(disclosure.Scope).Put(" under reference "u8).Shown(disclosure.Reference).Put(".</p>\n"u8);
        sink.Put("<p>The program collects messages to the force's accounts from the networks' own interfaces. It stores the bytes of each item as received, with their SHA-256, the time that the network gives and the time of receipt, and never changes them. Who saw or did what is kept in an append-only ledger.</p>\n"u8);
        sink.Put("<p>I did not alter the material. What was removed from this copy is listed in the account, with the reasons. The export's files are listed with their SHA-256 and SHA-512 in its manifests, which are signed: "u8)
            .Shown(disclosure.CertificateSaid).Put(".</p>\n<p>I produce the items in the exhibit list (MG12) as exhibits.</p>\n<p>[State your occupation and experience; add, correct or strike out; then sign and date.]</p>\n"u8);
    }

    private async Task PageAsync(string path, string title, Action<TextSink> body, CancellationToken ct)
    {
        await using var file = bag.Add(path, Packing.Deflated);
        var sink = new TextSink(file);
        HtmlPage.Begin(sink, title);
        sink.Put("<p><strong>Draft, for an officer to complete, check and sign.</strong> Made from export "u8).Shown(disclosure.Reference).Put(".</p>\n"u8);
        body(sink);
        HtmlPage.End(sink);
        await sink.EndAsync(ct);
    }
}
