using System.Globalization;
using System.Text;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>The signed checkpoints of the store in order, each compared with the entries when they reach its size.</summary>
internal sealed class SignedTrail(IRead store, KeyRing keys)
{
    private const int AtOnce = 500;
    private readonly KeyChain _keys = new(keys);
    private readonly Queue<CheckpointRow> _read = new();
    private long _number;
    private Checkpoint? _ahead;

    public long Compared { get; private set; }

    /// <summary>How many entries the last compared checkpoint covers.</summary>
    public long Proven { get; private set; }

    /// <summary>How many entries the next checkpoint covers; where there is none, more than there can be.</summary>
    public long NextSize => _ahead?.Size ?? long.MaxValue;

    /// <summary>Reads the first checkpoint.</summary>
    public Task<Wrong?> BeginAsync(CancellationToken ct) => StepAsync(ct);

    /// <summary>Compares every checkpoint of this size with the root that the entries have here.</summary>
    public async Task<Wrong?> ReachAsync(long size, TreeHash root, CancellationToken ct)
    {
        while (_ahead is { } ahead && ahead.Size == size)
        {
            if (ahead.Root != root)
                return new(Proven, Said($"An entry from {Proven} to {size - 1} was changed together with its stored hash: they do not lead to the checkpoint signed at {LedgerText(ahead)}."));
            Compared++;
            Proven = size;
            if (await StepAsync(ct) is { } wrong)
                return wrong;
        }

        return null;
    }

    /// <summary>What is still ahead when the entries end.</summary>
    public Wrong? AtEnd(long size) => _ahead is { } ahead
        ? new(size, Said($"A signed checkpoint says that there were {ahead.Size} entries; the store ends after {size}."))
        : null;

    private async Task<Wrong?> StepAsync(CancellationToken ct)
    {
        var before = _ahead;
        _ahead = null;
        if (_read.Count == 0)
        {
            foreach (var row in await store.QueryAsync(CheckpointStatements.After, new { number = _number, take = AtOnce }, ct))
                _read.Enqueue(row);
        }

        if (!_read.TryDequeue(out var next))
            return null;
        if (next.Number != _number + 1)
            return new(null, Said($"Checkpoint {_number + 1} is missing from the store."));
        _number = next.Number;
        var signed = SignedCheckpoint.Read(Encoding.UTF8.GetBytes(next.Note));
        if (signed is null || _keys.Judge(signed) != NoteTrust.Genuine)
            return new(null, Said($"Checkpoint {next.Number} in the store is not one that the ledger's key signed."));
        if (signed.Checkpoint.Size != next.Size || signed.Checkpoint.Log.Number != next.Log || signed.Checkpoint.Size < (before?.Size ?? 0))
            return new(null, Said($"Checkpoint {next.Number} in the store stands out of its place."));
        _ahead = signed.Checkpoint;
        return null;
    }

    private static string LedgerText(Checkpoint checkpoint) => checkpoint.Time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Said(FormattableString text) => FormattableString.Invariant(text);
}
