using System.Globalization;
using System.Text.Json;
using PoliceSocial.Bag.Sealing;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>Writes a whole export: every form of the material, the forms that go with a file, the ledger's extract, and the seal.</summary>
public static class Package
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes it. Memory does not grow with the material; what must wait its turn waits in files of the folder.</summary>
    /// <param name="output">Where the zip goes.</param>
    /// <param name="disclosure">What the export is.</param>
    /// <param name="material">What goes into it.</param>
    /// <param name="seal">Who signs, and who stamps the time.</param>
    /// <param name="folder">A folder for temporary files, which only the service reads.</param>
    /// <param name="progress">Told which part is being written.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<SealedBag> WriteAsync(
        Stream output, Disclosure disclosure, IMaterial material, BagSeal seal, string folder, Action<string> progress, CancellationToken ct)
    {
        var bag = new BagWriter(output, NameOf(disclosure.Reference), disclosure.MadeAt);
        progress("media");
        await MediaAsync(bag, material, ct);
        await FilesAsync(bag, material, ct);
        progress("timeline");
        using var spool = await Spool.FillAsync(folder, material.TimelineAsync(ct), ct);
        await JsonTimeline.WriteAsync(bag, spool, ct);
        await Csv.TimelineAsync(bag, spool, ct);
        progress("account");
        await new HtmlAccount(bag, disclosure).WriteAsync(spool, material.Removed, ct);
        var hasPdf = await Pdf.PdfAccount.WriteAsync(bag, disclosure, spool, material.Removed, ct);
        progress("originals");
        await new Warc(bag, disclosure).WriteAsync(material.OriginalsAsync(ct), folder, ct);
        progress("ledger");
        var ledger = await material.LedgerAsync(ct);
        if (ledger is not null)
            await LedgerFiles.WriteAsync(bag, ledger, folder, ct);
        progress("CASE");
        await new CaseJson(bag, disclosure).WriteAsync(spool, material.Exhibits, material.CustodyAsync(ct), ct);
        await Custody.WriteAsync(bag, material.CustodyAsync(ct), ct);
        await new Forms(bag, disclosure).WriteAsync(material.Exhibits, ct);
        await bag.AddTextAsync("about.json", About(disclosure, material), ct);
        await bag.AddTextAsync("README.txt", Readme.Text(disclosure, hasPdf, ledger is not null), ct);
        progress("signature and time-stamps");
        return await bag.CompleteAsync(Info(disclosure), seal, ct);
    }

    /// <summary>The bag's folder: the reference in characters that every system takes.</summary>
    public static string NameOf(string reference) =>
        $"evidence-{string.Concat(reference.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-'))}";

    private static async Task MediaAsync(BagWriter bag, IMaterial material, CancellationToken ct)
    {
        await foreach (var media in material.MediaAsync(ct))
        {
            await using var bytes = await media.Open(ct);
            await using var file = bag.Add($"media/{media.Name}", Packing.Stored);
            await bytes.CopyToAsync(file, 1 << 18, ct);
        }
    }

    private static async Task FilesAsync(BagWriter bag, IMaterial material, CancellationToken ct)
    {
        await foreach (var one in material.FilesAsync(ct))
        {
            await using var file = bag.Add(one.Path, Packing.Deflated);
            await file.WriteAsync(one.Bytes, ct);
        }
    }

    private static List<BagInfoLine> Info(Disclosure disclosure) =>
    [
        new("Source-Organization", disclosure.Force),
        new("Contact-Name", disclosure.MadeBy),
        new("External-Identifier", disclosure.Reference),
        new("External-Description", disclosure.Scope),
        new("Bagging-Date", disclosure.MadeAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("Bag-Software-Agent", disclosure.Producer),
        new("Recipient", disclosure.Recipient),
        new("Lawful-Basis", disclosure.Basis),
    ];

    private static string About(Disclosure disclosure, IMaterial material) => JsonSerializer.Serialize(
        new
        {
            format = "PoliceSocial evidence bag 1",
            disclosure.Reference,
            disclosure.Force,
            disclosure.Investigation,
            disclosure.Scope,
            disclosure.Recipient,
            disclosure.Basis,
            disclosure.MadeBy,
            madeAt = disclosure.MadeAt.UtcDateTime,
            disclosure.Producer,
            disclosure.CertificateSaid,
            removed = material.Removed,
            exhibits = material.Exhibits,
        },
        Indented) + "\n";
}
