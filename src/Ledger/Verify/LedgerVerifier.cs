using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Verify;

/// <summary>Verifies an exported ledger offline, from its folder and a public key. It reads everything once, in bounded memory.</summary>
public static class LedgerVerifier
{
    /// <summary>Verifies the ledger in a folder and names the first thing that is wrong.</summary>
    public static VerificationReport Verify(string folder, VerificationOptions options, CancellationToken ct)
    {
        var run = new LedgerRun(folder, options);
        var fault = run.Verify(ct);
        return run.Report(fault);
    }

    /// <summary>Reads checkpoints kept elsewhere, one as a file of its own or several as in <c>checkpoints.txt</c>; null where one cannot be read.</summary>
    public static IReadOnlyList<SignedCheckpoint>? ReadCheckpoints(string path)
    {
        using var file = new NoteFile(path);
        var read = new List<SignedCheckpoint>();
        while (file.TryRead(out var checkpoint))
        {
            if (checkpoint is null)
                return null;

            read.Add(checkpoint);
        }

        return read;
    }

    /// <summary>Reads checkpoints one after another, as many as there are up to the first that cannot be read.</summary>
    public static IEnumerable<SignedCheckpoint> EachCheckpoint(string path)
    {
        using var file = new NoteFile(path);
        while (file.TryRead(out var checkpoint) && checkpoint is not null)
            yield return checkpoint;
    }

    /// <summary>Reads the keys in a folder; null where there are none that can be read.</summary>
    internal static KeyRing? ReadKeys(string folder)
    {
        var path = Path.Combine(folder, ExportLayout.Key);
        return File.Exists(path) ? KeyRing.Read(File.ReadAllText(path)) : null;
    }
}
