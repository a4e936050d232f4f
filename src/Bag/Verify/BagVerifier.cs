using PoliceSocial.Bag.Zip;

namespace PoliceSocial.Bag.Verify;

/// <summary>
/// Checks a bag offline: its structure, every file against both manifests, the signature over them, the time-stamps, and the
/// ledger's proofs. It writes nothing, asks nobody, and reads no more than <see cref="VerifyOptions"/> allow.
/// </summary>
public static class BagVerifier
{
    /// <summary>Verifies a bag in its zip, or in the folder that it was unpacked to.</summary>
    /// <exception cref="IOException">It cannot be read at all.</exception>
    public static async Task<BagReport> VerifyAsync(string bag, VerifyOptions options, CancellationToken ct)
    {
        try
        {
            using var source = Open(bag, options);
            return await new BagCheck(source, options).RunAsync(ct);
        }
        catch (Exception e) when (e is BagRefusedException or InvalidDataException or OverflowException or EndOfStreamException)
        {
            var what = e is BagRefusedException ? e.Message : "The zip is broken and cannot be read.";
            return new([new(FindingKind.Refused, null, what)], [], [], 0, 0, [], 0);
        }
    }

    private static IBagSource Open(string bag, VerifyOptions options) =>
        Directory.Exists(bag) ? new FolderSource(bag, options) : new ZipSource(bag, options);
}
