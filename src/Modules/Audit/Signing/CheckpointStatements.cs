using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Signing;

/// <summary>The statements of the signed checkpoints. None changes one.</summary>
internal static class CheckpointStatements
{
    public static readonly Statement<CheckpointRow> Latest = Statement.Paged<CheckpointRow>(
        "SELECT Number, Log, Size, Note FROM audit.SignedNote ORDER BY Number DESC");

    public static readonly Statement<CheckpointRow> After = Statement.Paged<CheckpointRow>(
        "SELECT Number, Log, Size, Note FROM audit.SignedNote WHERE Number > @number ORDER BY Number");

    public static readonly Statement<CheckpointRow> UpTo = Statement.Paged<CheckpointRow>(
        "SELECT Number, Log, Size, Note FROM audit.SignedNote WHERE Size <= @size ORDER BY Number DESC");

    public static readonly Statement Add = Statement.Of("INSERT INTO audit.SignedNote (Number, Log, Size, Note) VALUES (@Number, @Log, @Size, @Note)");

    public static readonly Statement AddNode = Statement.Of("INSERT INTO audit.Node (Level, Place, Hash) VALUES (@Level, @Place, @Hash)");
}

/// <summary>A signed checkpoint as it is stored.</summary>
internal sealed record CheckpointRow
{
    public required long Number { get; init; }

    public required long Log { get; init; }

    public required long Size { get; init; }

    public required string Note { get; init; }
}
