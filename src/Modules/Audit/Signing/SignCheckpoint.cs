using System.Text;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Signing;

/// <summary>
/// Signs how many entries there are now, and their common hash. It signs nothing that it has not grown itself from what it
/// signed before: a store that was changed behind it is refused, not confirmed.
/// </summary>
internal sealed class SignCheckpoint(Store<AuditModule> store, SigningKey key, TimeProvider clock)
{
    private const int AtOnce = 8_192;
    private LedgerTree? _tree;

    /// <summary>Signs a checkpoint where there is something new; true where it did.</summary>
    /// <exception cref="LedgerDamagedException">The store does not lead to the last signed checkpoint.</exception>
    /// <exception cref="SigningKeyException">There is no key to sign with.</exception>
    public async Task<bool> HandleAsync(CancellationToken ct)
    {
        if (await PrepareAsync(ct) is not { } next)
        {
            var first = new CheckpointSigner(await key.GetAsync(null, ct)).Begin(clock.GetUtcNow());
            return await AddAsync(1, first, [], ct);
        }

        var signer = new CheckpointSigner(await key.GetAsync(next.Last, ct));
        if (next.Size == next.Last.Checkpoint.Size)
            return false;
        if (!await AddAsync(next.Number, signer.Next(next.Last, next.Size, next.Root, clock.GetUtcNow()), next.Nodes, ct))
            return false;
        _tree = next.Tree;
        return true;
    }

    /// <summary>What the next checkpoint would say, grown from the last one; null where nothing is signed yet.</summary>
    /// <exception cref="LedgerDamagedException">The store does not lead to the last signed checkpoint.</exception>
    public async Task<NextCheckpoint?> PrepareAsync(CancellationToken ct)
    {
        if ((await store.QueryAsync(CheckpointStatements.Latest, new { take = 1 }, ct)).SingleOrDefault() is not { } row)
            return null;
        var last = await ReadAsync(row, ct);
        var size = await store.FindAsync(SequenceStatements.Next, null, ct);
        var tree = await TreeAsync(last, ct);
        if (size < last.Checkpoint.Size)
            throw new LedgerDamagedException($"The last checkpoint has {last.Checkpoint.Size} entries, the store only {size}.");
        var (grown, nodes) = await GrowAsync(tree, size, ct);
        return new(row.Number + 1, last, size, grown.Root(), grown, nodes);
    }

    /// <summary>Stores a checkpoint; false where another process stored one of that number in between.</summary>
    public static async Task<bool> StoreAsync(Session session, long number, SignedCheckpoint signed, IReadOnlyList<NodeRow> nodes, CancellationToken ct)
    {
        var (log, size) = (signed.Checkpoint.Log.Number, signed.Checkpoint.Size);
        if (await session.ExecuteAsync(CheckpointStatements.Add, new { Number = number, Log = log, Size = size, Note = CheckpointPlaces.Text(signed) }, ct) == 0)
            return false;
        if (nodes.Count > 0)
            await session.ExecuteAsync(CheckpointStatements.AddNode, nodes, ct);
        return true;
    }

    private async Task<SignedCheckpoint> ReadAsync(CheckpointRow row, CancellationToken ct)
    {
        var last = SignedCheckpoint.Read(Encoding.UTF8.GetBytes(row.Note));
        var keys = await key.PublicAsync(ct);
        return last is not null && last.Checkpoint.Size == row.Size && keys?.Judge(last.Note, KeyKind.Log) == NoteTrust.Genuine
            ? last
            : throw new LedgerDamagedException($"Checkpoint {row.Number} in the store is not signed by the key in {key.PublicPath}.");
    }

    private async Task<LedgerTree> TreeAsync(SignedCheckpoint last, CancellationToken ct)
    {
        var (size, root) = (last.Checkpoint.Size, last.Checkpoint.Root);
        if (_tree is { } known && known.Size == size && known.Root() == root)
            return known;
        var tree = await LedgerTree.LoadAsync(store, size, ct);
        return tree.Root() == root
            ? _tree = tree
            : throw new LedgerDamagedException($"The stored hashes of the first {size} entries do not lead to the last signed checkpoint.");
    }

    private async Task<(LedgerTree Grown, List<NodeRow> Nodes)> GrowAsync(LedgerTree tree, long size, CancellationToken ct)
    {
        var grown = tree.Copy();
        var nodes = new List<NodeRow>();
        while (grown.Size < size)
        {
            var hashes = await LeafHashes.ReadAllAsync(store, grown.Size, Math.Min(size, grown.Size + AtOnce), ct);
            nodes.AddRange(grown.Append(hashes));
        }

        return (grown, nodes);
    }

    private async Task<bool> AddAsync(long number, SignedCheckpoint signed, IReadOnlyList<NodeRow> nodes, CancellationToken ct)
    {
        await using var session = await store.BeginBookkeepingAsync("a checkpoint tells of entries that have their own records", ct);
        if (!await StoreAsync(session, number, signed, nodes, ct))
            return false;
        await session.CommitAsync(ct);
        return true;
    }
}

/// <summary>What the next checkpoint says, whoever signs it and what for.</summary>
internal sealed record NextCheckpoint(long Number, SignedCheckpoint Last, long Size, TreeHash Root, LedgerTree Tree, IReadOnlyList<NodeRow> Nodes);
