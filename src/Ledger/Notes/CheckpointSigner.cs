using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// Signs a ledger's checkpoints, each given the one before: sizes and times never go back, and nothing follows a closed log but
/// the next log.
/// </summary>
public sealed class CheckpointSigner(LogKey key)
{
    /// <summary>The first checkpoint of a ledger: log 0, empty.</summary>
    public SignedCheckpoint Begin(DateTimeOffset now) =>
        Sign(new(new(key.Public.Name, 0), 0, TreeHasher.Empty, Cut(now), Closed: false, Previous: null));

    /// <summary>The next checkpoint of the same log.</summary>
    public SignedCheckpoint Next(SignedCheckpoint last, long size, TreeHash root, DateTimeOffset now) =>
        Sign(Following(last.Checkpoint, size, root, now));

    /// <summary>The log's final checkpoint. It must cover every entry; the next log begins with <see cref="Rotate"/>.</summary>
    public SignedCheckpoint Close(SignedCheckpoint last, long size, TreeHash root, DateTimeOffset now) =>
        Sign(Following(last.Checkpoint, size, root, now) with { Closed = true });

    /// <summary>The first checkpoint of the next log, which names the one that closed the last. The key may be a new one.</summary>
    public SignedCheckpoint Rotate(SignedCheckpoint closed, DateTimeOffset now)
    {
        var last = closed.Checkpoint;
        if (!last.Closed)
            throw new InvalidOperationException("Close the log before the next one begins.");

        var log = last.Log with { Number = last.Log.Number + 1 };
        return Sign(new(log, 0, TreeHasher.Empty, Later(last.Time, now), Closed: false, Checkpoint.AsPrevious(closed.Note, last)));
    }

    /// <summary>The next checkpoint, which hands over to another key: both sign it, this one for the last time.</summary>
    public SignedCheckpoint HandOver(SignedCheckpoint last, long size, TreeHash root, DateTimeOffset now, LogKey next)
    {
        var signed = Sign(Following(last.Checkpoint, size, root, now) with { NextKey = next.Public.ToString() });
        return signed with { Note = next.SignToo(signed.Note) };
    }

    /// <summary>The next checkpoint, by a key that takes over where the one before was lost. Only whoever is given this key believes it.</summary>
    public SignedCheckpoint TakeOver(SignedCheckpoint last, long size, TreeHash root, DateTimeOffset now) =>
        Sign(Following(last.Checkpoint, size, root, now) with { NextKey = key.Public.ToString() });

    /// <summary>The next checkpoint, which says that the ledger goes on from an older copy of itself, and what was lost.</summary>
    public SignedCheckpoint GoOnFrom(SignedCheckpoint last, long size, TreeHash root, DateTimeOffset now, Restoration restored) =>
        Sign(Following(last.Checkpoint, size, root, now) with { Restored = restored });

    private static Checkpoint Following(Checkpoint last, long size, TreeHash root, DateTimeOffset now)
    {
        if (last.Closed || size < last.Size || (size == last.Size && root != last.Root))
            throw new InvalidOperationException($"A checkpoint of {size} entries cannot follow {last.Size} entries of log {last.Log.Number}.");

        return last with { Size = size, Root = root, Time = Later(last.Time, now), Previous = null, NextKey = null, Restored = null };
    }

    // A clock that was set back must not make the ledger unverifiable for ever.
    private static DateTimeOffset Later(DateTimeOffset last, DateTimeOffset now) => now > last ? Cut(now) : last;

    private static DateTimeOffset Cut(DateTimeOffset time) => new(time.UtcTicks / 10 * 10, TimeSpan.Zero);

    private SignedCheckpoint Sign(Checkpoint checkpoint) => new(checkpoint, key.Sign(checkpoint.Text));
}
