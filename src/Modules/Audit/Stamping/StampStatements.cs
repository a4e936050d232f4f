using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Stamping;

/// <summary>A time-stamp as it is stored.</summary>
internal sealed record StampRow
{
    public required long Id { get; init; }

    /// <summary>The number of the checkpoint.</summary>
    public required long Number { get; init; }

    public required string Authority { get; init; }

    public required DateTimeOffset StampedAt { get; init; }

    public required byte[] Token { get; init; }
}

/// <summary>A time-stamp with the checkpoint that it is of.</summary>
internal sealed record StampedNoteRow
{
    public required long Id { get; init; }

    public required long Number { get; init; }

    public required long Size { get; init; }

    public required string Note { get; init; }

    public required byte[] Token { get; init; }
}

/// <summary>The statements of the time-stamps. None changes one.</summary>
internal static class StampStatements
{
    public static readonly Statement<StampRow> LatestOf = Statement.Paged<StampRow>(
        "SELECT Id, Number, Authority, StampedAt, Token FROM audit.TimeStamp WHERE Authority = @authority ORDER BY Number DESC, Id DESC");

    public static readonly Statement<StampedNoteRow> After = Statement.Paged<StampedNoteRow>(
        """
        SELECT t.Id, t.Number, n.Size, n.Note, t.Token
        FROM audit.TimeStamp t
        JOIN audit.SignedNote n ON n.Number = t.Number
        WHERE t.Id > @after
        ORDER BY t.Id
        """);

    public static readonly Statement Add = Statement.Of(
        "INSERT INTO audit.TimeStamp (Id, Number, Authority, StampedAt, Token) VALUES (@Id, @Number, @Authority, @StampedAt, @Token)");
}
