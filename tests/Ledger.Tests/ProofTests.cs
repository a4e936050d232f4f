using PoliceSocial.Ledger.Proofs;
using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Tests;

public sealed class ProofTests
{
    private const int Largest = 1_025;
    private static readonly TreeHash[] Leaves = Sample.Leaves(Largest);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inclusion_AtEverySizeTo1025_ProvesItsLeafAndNoOther()
    {
        var (tiles, roots) = await GrowOneByOneAsync();
        for (var size = 1; size <= Largest; size++)
        {
            foreach (var index in Sampled(size))
            {
                var proof = await Inclusion.ProveAsync(tiles, index, size, Ct);
                Assert.True(Inclusion.Verify(Leaves[index], index, size, proof, roots[size]), $"{index} of {size}");
                Assert.False(Inclusion.Verify(Leaves[(index + 1) % Largest], index, size, proof, roots[size]));
                Assert.False(Inclusion.Verify(Leaves[index], index, size, proof, roots[size - 1]));
                Assert.False(Inclusion.Verify(Leaves[index], index, size, [.. proof, roots[1]], roots[size]));
            }
        }
    }

    [Fact]
    public async Task Consistency_BetweenSizesTo1025_ProvesThatTheLaterOnlyAppended()
    {
        var (tiles, roots) = await GrowOneByOneAsync();
        for (var later = 0; later <= Largest; later++)
        {
            foreach (var earlier in Sampled(later + 1))
            {
                var proof = await Consistency.ProveAsync(tiles, earlier, later, Ct);
                Assert.True(Consistency.Verify(earlier, roots[earlier], later, roots[later], proof), $"{earlier} to {later}");
                Assert.False(Consistency.Verify(earlier, TreeHasher.Leaf([1]), later, roots[later], proof));
                Assert.Equal(earlier == 0, Consistency.Verify(earlier, roots[earlier], later, TreeHasher.Leaf([2]), proof));
            }
        }
    }

    [Fact]
    public void Consistency_OfThePublishedTree_IsThePublishedProof()
    {
        string[] published =
        [
            "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=", "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
            "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
        ];
        var proof = published.Select(hash => new TreeHash(Convert.FromBase64String(hash))).ToList();
        Assert.True(Consistency.Verify(1, Rfc6962Vectors.Root(1), 8, Rfc6962Vectors.Root(8), proof));
        proof.Reverse();
        Assert.False(Consistency.Verify(1, Rfc6962Vectors.Root(1), 8, Rfc6962Vectors.Root(8), proof));
    }

    [Fact]
    public async Task Prove_WithATileMissing_SaysWhichOne()
    {
        var tiles = new MemoryTiles();
        await TiledTree.Empty(tiles).AppendAsync(Leaves.AsMemory(0, 600), Ct);
        Assert.True(tiles.Written.Remove(new TileId(0, 1, 256)));
        var missing = await Assert.ThrowsAsync<TileMissingException>(() => Inclusion.ProveAsync(tiles, 300, 600, Ct));
        Assert.Equal("tile/0/001", missing.Tile.Path);
    }

    private static async Task<(MemoryTiles Tiles, TreeHash[] Roots)> GrowOneByOneAsync()
    {
        var (tiles, roots) = (new MemoryTiles(), new TreeHash[Largest + 1]);
        var tree = TiledTree.Empty(tiles);
        for (var size = 0; size <= Largest; size++)
        {
            roots[size] = tree.Root();
            if (size < Largest)
                await tree.AppendAsync(Leaves.AsMemory(size, 1), Ct);
        }

        return (tiles, roots);
    }

    private static IEnumerable<int> Sampled(int count) =>
        new[] { 0, count / 3, (count * 5 / 7) ^ 1, 256, count - 1 }
            .Where(index => index >= 0 && index < count).Distinct();
}
