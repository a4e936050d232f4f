using System.Text;
using System.Text.Json;
using PoliceSocial.Bag.Writing;
using PoliceSocial.Bag.Zip;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Bag.Verify;

/// <summary>Checks each entry of the ledger's extract against the signed checkpoint that came with it.</summary>
internal sealed class LedgerCheck(IBagSource source, VerifyOptions options, Findings findings)
{
    private const int LongestLine = 1 << 17;
    private const int LongestSmallFile = 1 << 20;

    /// <summary>How many entries were proven.</summary>
    public int Run()
    {
        if (!source.Items.ContainsKey(BagLayout.LedgerCheckpoint))
        {
            findings.Notices.Add("The bag holds no extract of the ledger.");
            return 0;
        }

        try
        {
            return Checkpoint() is { } checkpoint ? Entries(checkpoint) : 0;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or DecoderFallbackException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            Wrong(BagLayout.LedgerEntries, $"The extract of the ledger cannot be read: {e.Message}");
            return 0;
        }
    }

    private Checkpoint? Checkpoint()
    {
        var keys = options.LedgerKeys ?? KeyRing.Read(Encoding.UTF8.GetString(Small(BagLayout.LedgerKey)));
        var signed = SignedCheckpoint.Read(Small(BagLayout.LedgerCheckpoint));
        if (keys is null || signed is null || keys.Judge(signed.Note, KeyKind.Log) != NoteTrust.Genuine)
        {
            Wrong(BagLayout.LedgerCheckpoint, "The ledger's checkpoint is not signed by the ledger's key.");
            return null;
        }

        if (options.LedgerKeys is null)
            findings.Notices.Add($"The ledger's checkpoint was checked with the bag's own copy of the ledger's key ({keys.Keys[0]}): compare it with the one that the force gives you.");
        return signed.Checkpoint;
    }

    private int Entries(Checkpoint checkpoint)
    {
        using var entries = Lines(BagLayout.LedgerEntries);
        using var proofs = Lines(BagLayout.LedgerProofs);
        var proven = 0;
        while (entries.ReadLine() is { } entry)
        {
            var proof = proofs.ReadLine();
            var wrong = proof is null || entry.Length > LongestLine ? $"Entry {proven + 1} of the ledger's extract has no proof, or is too long." : ExtractLine.Wrong(entry, proof, checkpoint);
            if (wrong is not null)
            {
                Wrong(BagLayout.LedgerEntries, wrong);
                return proven;
            }

            proven++;
        }

        if (proofs.ReadLine() is not null)
            Wrong(BagLayout.LedgerProofs, "There are more proofs than entries.");
        return proven;
    }

    private StreamReader Lines(string path) =>
        source.Items.TryGetValue(path, out var item) ? new StreamReader(new BufferedStream(Copied(item)), ZipFormat.Utf8) : throw new InvalidDataException($"{path} is missing.");

    /// <summary>Two files of one zip are read side by side: each from a copy of its own. An extract is small.</summary>
    private MemoryStream Copied(BagItem item)
    {
        if (item.Length > 1 << 28)
            throw new InvalidDataException($"{item.Path} is too large.");
        using var stream = source.Open(item);
        var copy = new MemoryStream((int)item.Length);
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private byte[] Small(string path) => source.Items.TryGetValue(path, out var item) && item.Length <= LongestSmallFile
        ? Copied(item).ToArray()
        : throw new InvalidDataException($"{path} is missing or too large.");

    private void Wrong(string path, string what) => findings.Add(FindingKind.Ledger, path, what);
}
