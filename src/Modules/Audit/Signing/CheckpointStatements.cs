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
        "SELECT Number, Log, Size, Note FROM audit.SignedNote WHERE Size <= @size AND Number < @before ORDER BY Number DESC");

    public static readonly Statement<CheckpointRow> BeforeNumber = Statement.Paged<CheckpointRow>(
        "SELECT Number, Log, Size, Note FROM audit.SignedNote WHERE Number < @number ORDER BY Number DESC");

    public static readonly Statement<CheckpointRow> OfRestorations = Statement.Of<CheckpointRow>(
        "SELECT n.Number, n.Log, n.Size, n.Note FROM audit.Restoration r JOIN audit.SignedNote n ON n.Number = r.Number ORDER BY n.Number");

    public static readonly Statement AddRestoration = Statement.Of(
        "INSERT INTO audit.Restoration (Number, FromSize, LostSize) VALUES (@number, @from, @lost)");

    public static readonly Statement Add = Statement.Of(
        """
        INSERT INTO audit.SignedNote (Number, Log, Size, Note)
        SELECT @Number, @Log, @Size, @Note WHERE NOT EXISTS (SELECT 1 FROM audit.SignedNote WHERE Number = @Number)
        """);

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
