using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Verify;

/// <summary>A log's checkpoints in order, each signed by the ledger's key, none going back. The first that is not ends the trail.</summary>
internal sealed class CheckpointTrail(NoteFile file, KeyChain keys, int log, SignedCheckpoint? previousLog, bool isFirstLog, Action<SignedCheckpoint> see)
    : IDisposable
{
    /// <summary>The checkpoint that entries are read towards; null at the end of the trail.</summary>
    public SignedCheckpoint? Ahead { get; private set; }

    /// <summary>The checkpoint last reached.</summary>
    public SignedCheckpoint? Behind { get; private set; }

    public long Count { get; private set; }

    public long Cosigned { get; private set; }

    /// <summary>Every entry before this one is proven.</summary>
    public long Proven => Behind?.Checkpoint.Size ?? 0;

    /// <summary>Moves on by one checkpoint.</summary>
    public Fault? Step()
    {
        Behind = Ahead ?? Behind;
        Ahead = null;
        if (!file.TryRead(out var next))
            return Count == 0 ? Wrong(FaultKind.FolderIncomplete, "has no checkpoint at all") : null;

        Count++;
        var fault = next is null ? Wrong(FaultKind.CheckpointUnreadable, "cannot be read") : Signed(next) ?? InPlace(next.Checkpoint);
        Ahead = fault is null ? next : null;
        if (Ahead is not null)
            see(Ahead);

        return fault;
    }

    public void Dispose() => file.Dispose();

    private Fault? Signed(SignedCheckpoint next)
    {
        var witnesses = keys.Keys.Judge(next.Note, KeyKind.Witness);
        Cosigned += witnesses == NoteTrust.Genuine ? 1 : 0;
        return (keys.Judge(next), witnesses) switch
        {
            (NoteTrust.Forged, _) => Wrong(FaultKind.CheckpointForged, "has a signature that its key did not make"),
            (_, NoteTrust.Forged) => Wrong(FaultKind.CheckpointForged, "has a cosignature that its witness did not make"),
            (NoteTrust.NobodyKnown, _) => Wrong(FaultKind.CheckpointForged, "is not signed by the ledger's key"),
            (NoteTrust.Genuine, _) => null,
        };
    }

    private Fault? InPlace(Checkpoint next)
    {
        if (next.Log.Number != log)
            return Wrong(FaultKind.CheckpointOutOfPlace, $"belongs to log {next.Log.Number}");

        return Behind is { } behind ? After(behind.Checkpoint, next) : First(next);
    }

    private Fault? After(Checkpoint last, Checkpoint next)
    {
        if (next.Log.Ledger != last.Log.Ledger || next.Previous is not null)
            return Wrong(FaultKind.CheckpointOutOfPlace, "does not continue the one before");

        if (last.Closed)
            return Wrong(FaultKind.CheckpointOutOfPlace, "follows the one that closed the log");

        if (next.Size < last.Size || (next.Size == last.Size && next.Root != last.Root))
            return Wrong(FaultKind.CheckpointOutOfPlace, $"has {next.Size} entries after one with {last.Size}");

        return next.Time < last.Time ? Wrong(FaultKind.CheckpointOutOfPlace, "is older than the one before") : null;
    }

    private Fault? First(Checkpoint next)
    {
        if (isFirstLog && log > 0)
            return next.Previous is null ? Chain() : null;

        if (previousLog is not { } closed)
            return next.Previous is null ? null : Chain();

        var continues = next.Previous == Checkpoint.AsPrevious(closed.Note, closed.Checkpoint)
            && next.Log.Ledger == closed.Checkpoint.Log.Ledger && next.Time >= closed.Checkpoint.Time;
        return continues ? null : Chain();
    }

    private Fault Chain() =>
        new(FaultKind.ChainBroken, log, 0, 0, $"The first checkpoint of log {log} does not name the checkpoint that closed the log before it.");

    private Fault Wrong(FaultKind kind, string what) => new(
        kind, log, Proven, Proven,
        kind == FaultKind.FolderIncomplete
            ? $"Log {log} {what}: nothing in it can be proven."
            : $"Checkpoint {Count} of log {log} {what}. Entries before {Proven} are proven; from there on nothing is.");
}
