using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// Checkpoints kept elsewhere that one log must pass through, save those of a history that was lost and answered for.
/// </summary>
internal sealed class ExpectedCheckpoints(IEnumerable<SignedCheckpoint> expected, int log, IReadOnlyList<Checkpoint> restorations)
{
    private readonly Queue<Checkpoint> _ahead =
        new(expected.Select(signed => signed.Checkpoint).Where(one => one.Log.Number == log).OrderBy(one => one.Size));

    private long _agreed;

    /// <summary>The size of the next one; none is <see cref="long.MaxValue"/>.</summary>
    public long NextSize => _ahead.TryPeek(out var next) ? next.Size : long.MaxValue;

    /// <summary>Compares every one of this size with the root that the entries have here.</summary>
    public Fault? Reach(long size, TreeHash root)
    {
        while (NextSize == size)
        {
            var next = _ahead.Dequeue();
            if (next.Root != root && IsLost(next))
                continue;

            if (next.Root != root)
            {
                return new(FaultKind.RolledBack, log, _agreed, Math.Max(_agreed, size - 1),
                    $"A trusted checkpoint of {size} entries of log {log} does not agree with this ledger: its history was replaced.");
            }

            _agreed = size;
        }

        return null;
    }

    /// <summary>What is still ahead when the log ends after some entries.</summary>
    public Fault? AtEnd(long size) => _ahead.FirstOrDefault(one => !IsLost(one)) is { } next
        ? new(FaultKind.RolledBack, log, size, size,
            $"A trusted checkpoint says that log {log} had {next.Size} entries; this ledger ends after {size}. It is an older copy.")
        : null;

    private bool IsLost(Checkpoint kept) =>
        restorations.Any(one => one.Log == kept.Log && one.Restored!.Explains(kept, one.Time));
}
