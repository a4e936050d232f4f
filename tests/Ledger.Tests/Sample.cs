using System.Globalization;
using System.Text;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Tests;

internal static class Sample
{
    public static TreeHash[] Leaves(int count) =>
        [.. Enumerable.Range(0, count).Select(i => TreeHasher.Leaf(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))))];

    /// <summary>RFC 9162's definition of the root, word for word and slow: what the quick ways are compared with.</summary>
    public static TreeHash Mth(ReadOnlySpan<TreeHash> leaves)
    {
        if (leaves.Length < 2)
            return leaves.IsEmpty ? TreeHasher.Empty : leaves[0];

        var k = 1;
        while (k * 2 < leaves.Length)
            k *= 2;

        return TreeHasher.Node(Mth(leaves[..k]), Mth(leaves[k..]));
    }
}
