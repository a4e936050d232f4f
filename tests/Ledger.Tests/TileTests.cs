using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Tests;

public sealed class TileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(1, 1_234_067, 256, "tile/1/x001/x234/067")]
    [InlineData(0, 1_000, 12, "tile/0/x001/000.p/12")]
    public void Path_IsAsTheSpecificationSays(int level, long index, int width, string path) =>
        Assert.Equal(path, new TileId(level, index, width).Path);

    [Fact]
    public async Task Append_Of70000Leaves_WritesTheTilesTheSpecificationCounts()
    {
        var tiles = new MemoryTiles();
        var leaves = Sample.Leaves(70_000);
        var tree = TiledTree.Empty(tiles);
        await tree.AppendAsync(leaves, Ct);
        Assert.Equal(273, tiles.Written.Keys.Count(tile => tile is { Level: 0, Width: 256 }));
        Assert.Contains(new TileId(0, 273, 112), tiles.Written.Keys);
        Assert.Contains(new TileId(1, 0, 256), tiles.Written.Keys);
        Assert.Contains(new TileId(1, 1, 17), tiles.Written.Keys);
        Assert.Contains(new TileId(2, 0, 1), tiles.Written.Keys);
        Assert.Equal(277, tiles.Written.Count);
        Assert.Equal(Sample.Mth(leaves), tree.Root());
    }

    [Fact]
    public async Task Resume_FromAFolder_WritesTheSameTilesAsNeverStopping()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-tiles");
        try
        {
            var (files, memory) = (new TileFolder(folder.FullName), new MemoryTiles());
            var leaves = Sample.Leaves(1_400);
            var first = TiledTree.Empty(files);
            await first.AppendAsync(leaves.AsMemory(0, 700), Ct);
            var second = await TiledTree.ResumeAsync(GrowingTree.Load(first.Save()), files, files, Ct);
            await second.AppendAsync(leaves.AsMemory(700), Ct);
            await TiledTree.Empty(memory).AppendAsync(leaves, Ct);
            Assert.Equal(Sample.Mth(leaves), second.Root());
            foreach (var (tile, bytes) in memory.Written)
                Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(folder.FullName, tile.Path), Ct));

            await Assert.ThrowsAsync<TileMissingException>(() => TiledTree.ResumeAsync(GrowingTree.Load(first.Save()), new MemoryTiles(), files, Ct));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
