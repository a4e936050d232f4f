using System.Security.Cryptography;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Tests;

public sealed class TreeTests
{
    [Fact]
    public void Root_AtEverySize_IsWhatRfc6962Publishes()
    {
        var tree = new GrowingTree();
        Assert.Equal(Rfc6962Vectors.Root(0), tree.Root());
        for (var size = 1; size <= 8; size++)
        {
            tree.Append(TreeHasher.Leaf(Rfc6962Vectors.Leaves[size - 1]));
            Assert.Equal(Rfc6962Vectors.Root(size), tree.Root());
        }
    }

    [Fact]
    public void Root_HoweverTheLeavesAreBatched_IsTheSame()
    {
        var leaves = Sample.Leaves(1_025);
        var one = new GrowingTree();
        var size = 0;
        foreach (var step in new[] { 1, 2, 3, 5, 250, 256, 7, 500, 1 })
        {
            var many = new GrowingTree();
            many.Append(leaves.AsSpan(0, size));
            many.Append(leaves.AsSpan(size, step));
            foreach (var leaf in leaves.AsSpan(size, step))
                one.Append(leaf);

            size += step;
            Assert.Equal(one.Root(), many.Root());
            Assert.Equal(Sample.Mth(leaves.AsSpan(0, size)), many.Root());
        }

        Assert.Equal(1_025, one.Size);
    }

    [Fact]
    public void Load_OfASavedTree_GrowsOnAsIfNeverSaved()
    {
        var leaves = Sample.Leaves(300);
        var tree = new GrowingTree();
        tree.Append(leaves.AsSpan(0, 77));
        var loaded = GrowingTree.Load(tree.Save());
        loaded.Append(leaves.AsSpan(77));
        Assert.Equal(Sample.Mth(leaves), loaded.Root());
        Assert.Throws<FormatException>(() => GrowingTree.Load(tree.Save().AsSpan(1)));
    }

    [Fact]
    public void ManyHashes_OfEveryLengthAroundABlock_AreThePlatforms()
    {
        var buffer = new byte[40_000];
        new Random(7).NextBytes(buffer);
        for (var count = 1; count < 40; count++)
        {
            var messages = Enumerable.Range(0, 300 - count).Select(i => new Slice(i * 31, ((i * count) + i) % 330)).ToArray();
            var hashes = new TreeHash[messages.Length];
            ManyHashes.Hash(buffer, messages, hashes);
            for (var i = 0; i < messages.Length; i++)
                Assert.Equal(SHA256.HashData(buffer.AsSpan(messages[i].Start, messages[i].Length)), hashes[i].ToArray());
        }
    }
}
