using System.Globalization;
using System.Security.Cryptography;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// What a checkpoint says: which log, how many entries it has, and their root (C2SP tlog-checkpoint), and in extension lines when
/// that was, whether the log is closed for good, and for the first of a log which checkpoint closed the one before.
/// </summary>
public sealed record Checkpoint(LogId Log, long Size, TreeHash Root, DateTimeOffset Time, bool Closed, PreviousLog? Previous)
{
    private const string ClosedLine = "closed";
    private const string PreviousWord = "previous ";
    private const string TimeWord = "time ";

    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Log}\n{Size}\n{Root.ToBase64()}\n{TimeWord}{LedgerTime.Text(Time)}\n{(Closed ? ClosedLine + "\n" : "")}{PreviousLine}");

    private string PreviousLine =>
        Previous is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{PreviousWord}{Previous.Size} {Previous.Text.ToBase64()}\n");

    /// <summary>Reads a checkpoint from a note's text; null where it is not one of this ledger's. Unknown extension lines are passed over.</summary>
    public static Checkpoint? Read(SignedNote note)
    {
        var lines = note.Text.Split('\n')[..^1];
        if (lines.Length < 4 || lines.Contains("") || LogId.Read(lines[0]) is not { } log || ReadSize(lines[1]) is not { } size)
            return null;

        if (StrictBase64.Read(lines[2]) is not { Length: TreeHash.Length } root)
            return null;

        var previous = lines.Skip(3).SingleStart(PreviousWord);
        var time = LedgerTime.Read(lines.Skip(3).SingleStart(TimeWord));
        var from = previous is null ? null : ReadPrevious(previous);
        return time is null || (from is null && previous is not null)
            ? null
            : new(log, size, new(root), time.Value, lines.Skip(3).Contains(ClosedLine), from);
    }

    /// <summary>What the first checkpoint of the next log says of this one.</summary>
    public static PreviousLog AsPrevious(SignedNote note, Checkpoint checkpoint) =>
        new(checkpoint.Size, new(SHA256.HashData(note.TextBytes)));

    private static PreviousLog? ReadPrevious(string text) =>
        text.Split(' ') is [var size, var hash] && ReadSize(size) is { } entries && StrictBase64.Read(hash) is { Length: TreeHash.Length } bytes
            ? new(entries, new(bytes))
            : null;

    private static long? ReadSize(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && (text is "0" || text[0] != '0') ? size : null;
}
