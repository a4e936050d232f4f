using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>Entries read together, where they lie in the window, ready to be hashed side by side.</summary>
internal sealed class EntryBatch
{
    public const int Most = 256;

    private readonly TreeHash[] _factsFound = new TreeHash[Most];
    private readonly Slice[] _leaves = new Slice[Most];
    private readonly Slice[] _facts = new Slice[Most];
    private readonly TreeHash[] _factsSaid = new TreeHash[Most];
    private readonly int[] _factsOf = new int[Most];
    private int _factsCount;

    public int Count { get; private set; }

    /// <summary>The hash of each entry's leaf, as worked out from the entry.</summary>
    public TreeHash[] Hashes { get; } = new TreeHash[Most];

    /// <summary>Entries whose facts were erased, and by which entry that is said to be allowed.</summary>
    public List<(int At, EntryRef By)> Erased { get; } = [];

    /// <summary>Entries that allow an erasure.</summary>
    public List<(int At, Erasure Erasure)> Erasures { get; } = [];

    /// <summary>The first entry whose facts are not what its leaf says; <see cref="Count"/> where there is none.</summary>
    public int FirstFactsChanged { get; private set; }

    public void Clear()
    {
        (Count, _factsCount) = (0, 0);
        Erased.Clear();
        Erasures.Clear();
    }

    public void Add(in ParsedLine line)
    {
        _leaves[Count] = line.Leaf;
        if (line.ErasedBy is { } by)
        {
            Erased.Add((Count, by));
        }
        else
        {
            (_facts[_factsCount], _factsSaid[_factsCount], _factsOf[_factsCount]) = (line.Facts, line.FactsSaid, Count);
            _factsCount++;
        }

        if (line.Erasure is { } erasure)
            Erasures.Add((Count, erasure));

        Count++;
    }

    public void Hash(ReadOnlySpan<byte> buffer)
    {
        ManyHashes.Hash(buffer, _leaves.AsSpan(0, Count), Hashes);
        ManyHashes.Hash(buffer, _facts.AsSpan(0, _factsCount), _factsFound);
        var same = _factsFound.AsSpan(0, _factsCount).CommonPrefixLength(_factsSaid);
        FirstFactsChanged = same < _factsCount ? _factsOf[same] : Count;
    }
}
