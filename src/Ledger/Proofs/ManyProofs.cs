using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Proofs;

/// <summary>
/// Inclusion proofs (RFC 9162) of many entries at once: what their paths share is hashed once, so that a thousand cost little more
/// than one.
/// </summary>
public sealed class ManyProofs(ITileSource tiles, long size)
{
    private readonly TileReader _reader = new(tiles, size);

    /// <summary>The path of each entry, from the leaf up; the numbers ascend, and each stands once.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<TreeHash>>> PathsAsync(IReadOnlyList<long> numbers, CancellationToken ct)
    {
        var paths = numbers.Select(_ => new List<TreeHash>()).ToArray();
        await HashAsync(0, size, numbers, paths, 0, numbers.Count, ct);
        return paths;
    }

    private async Task<TreeHash> HashAsync(long from, long to, IReadOnlyList<long> numbers, List<TreeHash>[] paths, int first, int end, CancellationToken ct)
    {
        if (first == end || to - from == 1)
            return await _reader.RangeAsync(from, to, ct);
        var middle = from + Split.StrictlyBelow(to - from);
        var cut = first;
        while (cut < end && numbers[cut] < middle)
            cut++;
        var left = await HashAsync(from, middle, numbers, paths, first, cut, ct);
        var right = await HashAsync(middle, to, numbers, paths, cut, end, ct);
        for (var i = first; i < end; i++)
            paths[i].Add(i < cut ? right : left);
        return TreeHasher.Node(left, right);
    }
}
