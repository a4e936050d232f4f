using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Bag.Sealing;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Tests;

/// <summary>What tests of bags begin with.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    public const string DejaVu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static X509Certificate2 Certificate { get; } = SelfMadeCertificate.Make("Test force", Now);

    public static BagSeal Seal(params ITimeStampAuthority[] authorities) => new(Certificate, "made by the service itself", authorities, Now);

    /// <summary>A small bag: two texts, a picture, and an extract of a ledger.</summary>
    public static async Task<SealedBag> SmallBagAsync(string file, params ITimeStampAuthority[] authorities)
    {
        await using var output = File.Create(file);
        var bag = new BagWriter(output, "evidence-1", Now);
        await bag.AddTextAsync("account/account.html", "<p>Llanfair, 2 a.m.</p>", Ct);
        await bag.AddTextAsync("original/wren's 100% story.json", """{"text":"I saw her at the Crown"}""", Ct);
        await using (var picture = bag.Add("media/picture.jpg", Packing.Stored))
            await picture.WriteAsync(Encoding.ASCII.GetBytes("not really a picture"), Ct);
        var ledger = SmallLedger.Extract(5, 3);
        await bag.AddTextAsync("ledger/log.pub", ledger.Key, Ct);
        await bag.AddTextAsync("ledger/checkpoint.txt", ledger.Checkpoint, Ct);
        await bag.AddTextAsync("ledger/entries.jsonl", ledger.Entries, Ct);
        await bag.AddTextAsync("ledger/proofs.jsonl", ledger.Proofs, Ct);
        return await bag.CompleteAsync([new("Source-Organization", "Test force"), new("External-Identifier", "E-1")], Seal(authorities), Ct);
    }

    /// <summary>A whole export, unpacked; the folder of the bag.</summary>
    public static async Task<string> ExportAsync(TempFolder folder, IMaterial material, bool withPdf = true)
    {
        var disclosure = new Disclosure
        {
            Reference = "E-2026-1",
            Force = "Staffordshire Police",
            Scope = "conversation 7",
            Recipient = "CPS West Midlands\nForged-Label: x",
            Basis = "Data Protection Act 2018, Part 3",
            MadeBy = "PC S Rees",
            MadeAt = Now,
            Producer = "PoliceSocial 0.1.0",
            Zone = TimeZoneInfo.Utc,
            CertificateSaid = "made by the service itself",
            Font = withPdf && File.Exists(DejaVu) ? await File.ReadAllBytesAsync(DejaVu, Ct) : null,
        };
        await using (var output = File.Create(folder.File("bag.zip")))
            await Package.WriteAsync(output, disclosure, material, Seal(), folder.Path, _ => { }, Ct);
        await ZipFile.ExtractToDirectoryAsync(folder.File("bag.zip"), folder.Path, Ct);
        return folder.File("evidence-E-2026-1");
    }
}
