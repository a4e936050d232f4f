using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Proofs;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Bag.Verify;

/// <summary>One entry of the ledger's extract with its proof.</summary>
internal static class ExtractLine
{
    private const string LeafKey = "{\"leaf\":";
    private const string FactsKey = "\",\"facts\":";
    private const string SaltKey = ",\"salt\":\"";

    /// <summary>What is wrong with it, or null where the proof leads from the entry to the checkpoint's root.</summary>
    public static string? Wrong(string entry, string proof, Checkpoint checkpoint)
    {
        var end = entry.IndexOf('}', StringComparison.Ordinal);
        if (!entry.StartsWith(LeafKey, StringComparison.Ordinal) || end < 0)
            return "An entry of the ledger's extract cannot be read.";
        var leaf = entry[LeafKey.Length..(end + 1)];
        using var said = JsonDocument.Parse(leaf);
        using var path = JsonDocument.Parse(proof);
        var index = path.RootElement.GetProperty("index").GetInt64();
        var hashes = path.RootElement.GetProperty("path").EnumerateArray().Select(h => new TreeHash(Hex(h.GetString()))).ToList();
        if (said.RootElement.GetProperty("n").GetInt64() != index)
            return $"Entry {index} of the ledger's extract stands beside the proof of another.";
        if (!Inclusion.Verify(TreeHasher.Leaf(Encoding.UTF8.GetBytes(leaf)), index, checkpoint.Size, hashes, checkpoint.Root))
            return $"Entry {index} of the ledger's extract is not in the ledger that the checkpoint signs.";
        return FactsFit(entry[(end + 1)..], said.RootElement.GetProperty("facts").GetString()) ? null : $"The details of entry {index} of the ledger's extract are not those that the ledger seals.";
    }

    /// <summary>Details that were erased or withheld are not there to be checked; those that are there must hash to the leaf's seal.</summary>
    private static bool FactsFit(string rest, string? seal)
    {
        if (rest.StartsWith(",\"erased\":\"", StringComparison.Ordinal) || rest.StartsWith(",\"withheld\":\"", StringComparison.Ordinal))
            return true;
        if (!rest.StartsWith(SaltKey, StringComparison.Ordinal) || rest.Length < SaltKey.Length + 32 + FactsKey.Length + 2 || rest[^1] != '}')
            return false;
        var salt = Hex(rest[SaltKey.Length..(SaltKey.Length + 32)]);
        var facts = rest[(SaltKey.Length + 32)..];
        return facts.StartsWith(FactsKey, StringComparison.Ordinal)
            && Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(facts[FactsKey.Length..^1])])) == seal;
    }

    private static byte[] Hex(string? text) => text is { Length: > 0 } ? Convert.FromHexString(text) : [];
}
