using System.Globalization;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// How a checkpoint tells that an older copy of the ledger was put in its place: up to where the copy reaches, and which larger
/// checkpoint had been signed before. The entries in between are lost; others may stand where they stood.
/// </summary>
/// <param name="From">The size of the last checkpoint that both histories share.</param>
/// <param name="Size">The size of the last checkpoint of the history that was lost.</param>
/// <param name="Root">Its root.</param>
public sealed record Restoration(long From, long Size, TreeHash Root)
{
    public static Restoration? Read(string text) =>
        text.Split(' ') is [var from, var size, var root]
        && Checkpoint.ReadSize(from) is { } shared && Checkpoint.ReadSize(size) is { } lost && lost > shared
        && StrictBase64.Read(root) is { Length: TreeHash.Length } hash
            ? new(shared, lost, new(hash))
            : null;

    /// <summary>Whether a checkpoint kept elsewhere belongs to what was lost.</summary>
    /// <param name="kept">The checkpoint.</param>
    /// <param name="at">When the restoration was signed.</param>
    public bool Explains(Checkpoint kept, DateTimeOffset at) =>
        kept.Size > From && kept.Size <= Size && kept.Time <= at && (kept.Size < Size || kept.Root == Root);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From} {Size} {Root.ToBase64()}");
}
