namespace PoliceSocial.Ledger.Notes;

/// <summary>A checkpoint and the signed note that carries it.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, SignedNote Note)
{
    public static SignedCheckpoint? Read(ReadOnlySpan<byte> bytes) =>
        SignedNote.Read(bytes) is { } note && Checkpoint.Read(note) is { } checkpoint ? new(checkpoint, note) : null;
}
