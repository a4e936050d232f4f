using System.Globalization;

namespace PoliceSocial.Bag.Writing;

/// <summary>Where the parts of a bag lie that BagIt itself does not name.</summary>
internal static class BagLayout
{
    public const string Info = "bag-info.txt";
    public const string Signature = "signature.p7s";
    public const string CertificateLabel = "Signing-Certificate-SHA256";
    public const string ChainLabel = "Signing-Chain-SHA256";
    public const string SignerLabel = "Signing-Certificate";
    public const string StampLabel = "Time-Stamp";
    public const string LedgerFolder = "data/ledger/";
    public const string LedgerKey = LedgerFolder + "log.pub";
    public const string LedgerCheckpoint = LedgerFolder + "checkpoint.txt";
    public const string LedgerEntries = LedgerFolder + "entries.jsonl";
    public const string LedgerProofs = LedgerFolder + "proofs.jsonl";

    public static string Stamp(int number) => string.Create(CultureInfo.InvariantCulture, $"timestamp-{number}.tst");
}
