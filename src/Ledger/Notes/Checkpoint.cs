using System.Globalization;
using System.Security.Cryptography;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// What a checkpoint says: which log, how many entries it has, and their root (C2SP tlog-checkpoint), and in extension lines when
/// that was, whether the log is closed for good, for the first of a log which checkpoint closed the one before, and, rarely, which
/// key signs from here on and what was lost when an older copy was put back.
/// </summary>
public sealed record Checkpoint(LogId Log, long Size, TreeHash Root, DateTimeOffset Time, bool Closed, PreviousLog? Previous)
{
    private const string ClosedLine = "closed";
    private const string PreviousWord = "previous ";
    private const string TimeWord = "time ";
    private const string NextKeyWord = "next-key ";
    private const string RestoredWord = "restored ";

    /// <summary>The line of the key that signs from here on; null in all but the checkpoint that hands over to it.</summary>
    public string? NextKey { get; init; }

    /// <summary>What was lost, where an older copy was put in the ledger's place and somebody answered for it; null in all others.</summary>
    public Restoration? Restored { get; init; }

    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Log}\n{Size}\n{Root.ToBase64()}\n{TimeWord}{LedgerTime.Text(Time)}\n{(Closed ? ClosedLine + "\n" : "")}{PreviousLine}{NextKeyLine}{RestoredLine}");

    private string NextKeyLine => NextKey is null ? "" : $"{NextKeyWord}{NextKey}\n";

    private string RestoredLine => Restored is null ? "" : $"{RestoredWord}{Restored}\n";

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
        if (time is null || (from is null && previous is not null))
            return null;

        var nextKey = lines.Skip(3).SingleStart(NextKeyWord);
        var restored = lines.Skip(3).SingleStart(RestoredWord);
        if ((nextKey is not null && VerifierKey.Read(nextKey) is not { Kind: KeyKind.Log }) || (restored is not null && Restoration.Read(restored) is null))
            return null;

        return new(log, size, new(root), time.Value, lines.Skip(3).Contains(ClosedLine), from)
        {
            NextKey = nextKey,
            Restored = restored is null ? null : Restoration.Read(restored),
        };
    }

    /// <summary>What the first checkpoint of the next log says of this one.</summary>
    public static PreviousLog AsPrevious(SignedNote note, Checkpoint checkpoint) =>
        new(checkpoint.Size, new(SHA256.HashData(note.TextBytes)));

    private static PreviousLog? ReadPrevious(string text) =>
        text.Split(' ') is [var size, var hash] && ReadSize(size) is { } entries && StrictBase64.Read(hash) is { Length: TreeHash.Length } bytes
            ? new(entries, new(bytes))
            : null;

    internal static long? ReadSize(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && (text is "0" || text[0] != '0') ? size : null;
}
