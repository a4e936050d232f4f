using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Bag.Tests;

/// <summary>A ledger of a few entries, made here without the product's own proofs: every path is worked out from all the leaves.</summary>
internal sealed record SmallLedger(string Key, string Checkpoint, string Entries, string Proofs)
{
    public static SmallLedger Extract(int size, params int[] chosen)
    {
        var key = LogKey.Generate("test.police.uk/ledger");
        var entries = Enumerable.Range(0, size).Select(Entry).ToList();
        var leaves = entries.Select(e => TreeHasher.Leaf(Encoding.UTF8.GetBytes(e.Leaf))).ToArray();
        var signer = new CheckpointSigner(key);
        var note = signer.Next(signer.Begin(Given.Now), size, Root(leaves), Given.Now).Note;
        var proofs = chosen.Select(i => $$"""{"index":{{i}},"path":[{{string.Join(',', Path(leaves, i).Select(h => $"\"{h}\""))}}]}""" + "\n");
        return new($"{key.Public}\n", Encoding.UTF8.GetString(note.ToBytes()), string.Concat(chosen.Select(i => entries[i].Line)), string.Concat(proofs));
    }

    private static (string Leaf, string Line) Entry(int n)
    {
        var salt = SHA256.HashData(BitConverter.GetBytes(n))[..16];
        var facts = string.Create(CultureInfo.InvariantCulture, $$"""{"Number":{{n}},"Said":"é"}""");
        var seal = Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(facts)]));
        var leaf = string.Create(CultureInfo.InvariantCulture, $$"""{"v":1,"n":{{n}},"id":"{{n + 7}}","facts":"{{seal}}"}""");
        return (leaf, $$"""{"leaf":{{leaf}},"salt":"{{Convert.ToHexStringLower(salt)}}","facts":{{facts}}}""" + "\n");
    }

    private static TreeHash Root(ReadOnlySpan<TreeHash> leaves) =>
        leaves.Length == 1 ? leaves[0] : TreeHasher.Node(Root(leaves[..Middle(leaves.Length)]), Root(leaves[Middle(leaves.Length)..]));

    private static List<TreeHash> Path(ReadOnlySpan<TreeHash> leaves, int index)
    {
        if (leaves.Length == 1)
            return [];
        var middle = Middle(leaves.Length);
        return index < middle
            ? [.. Path(leaves[..middle], index), Root(leaves[middle..])]
            : [.. Path(leaves[middle..], index - middle), Root(leaves[..middle])];
    }

    private static int Middle(int length)
    {
        var middle = 1;
        while (middle * 2 < length)
            middle *= 2;
        return middle;
    }
}
