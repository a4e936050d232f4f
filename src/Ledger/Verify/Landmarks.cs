using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// The few checkpoints that change how others are read: those that hand over to another key, and those that go on from an older
/// copy. Looked up before checkpoints kept elsewhere are compared; each is judged again in its place.
/// </summary>
internal sealed class Landmarks
{
    private readonly List<Checkpoint> _restorations = [];

    /// <summary>The keys that were ever the ledger's, as the known ones vouch for them.</summary>
    public required KeyRing Keys { get; set; }

    public IReadOnlyList<Checkpoint> Restorations => _restorations;

    public static Landmarks Read(string folder, IEnumerable<int> logs, KeyRing known)
    {
        var found = new Landmarks { Keys = known };
        foreach (var path in logs.Select(log => Path.Combine(ExportLayout.LogFolder(folder, log), ExportLayout.Checkpoints)).Where(File.Exists))
        {
            using var file = new NoteFile(path);
            while (file.TryRead(out var next) && next is not null)
                found.Note(next);
        }

        return found;
    }

    private void Note(SignedCheckpoint signed)
    {
        var (next, restored) = (signed.Checkpoint.NextKey, signed.Checkpoint.Restored);
        if ((next is null && restored is null) || Keys.Judge(signed.Note, KeyKind.Log) != NoteTrust.Genuine)
            return;
        if (next is not null && VerifierKey.Read(next) is { } key && new KeyRing([key]).Judge(signed.Note, KeyKind.Log) == NoteTrust.Genuine)
            Keys = new([.. Keys.Keys, key]);
        if (restored is not null)
            _restorations.Add(signed.Checkpoint);
    }
}
