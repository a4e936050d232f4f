using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>A verification of the whole ledger, running or ended.</summary>
internal sealed record VerificationRow
{
    public required long Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required long StartedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required long Entries { get; init; }

    public required long Checkpoints { get; init; }

    public required long Tail { get; init; }

    public required long Erased { get; init; }

    public long? FirstWrong { get; init; }

    public string? What { get; init; }
}

/// <summary>The statements of the verifications.</summary>
internal static class VerificationStatements
{
    public static readonly Statement<VerificationRow> Latest = Statement.Paged<VerificationRow>(
        "SELECT Id, StartedAt, StartedBy, EndedAt, Entries, Checkpoints, Tail, Erased, FirstWrong, What FROM audit.Verification ORDER BY Id DESC");

    public static readonly Statement<VerificationRow> LatestEnded = Statement.Paged<VerificationRow>(
        "SELECT Id, StartedAt, StartedBy, EndedAt, Entries, Checkpoints, Tail, Erased, FirstWrong, What FROM audit.Verification WHERE EndedAt IS NOT NULL ORDER BY Id DESC");

    public static readonly Statement Begin = Statement.Of(
        """
        INSERT INTO audit.Verification (Id, StartedAt, StartedBy, Entries, Checkpoints, Tail, Erased)
        VALUES (@id, @at, @by, 0, 0, 0, 0)
        """);

    public static readonly Statement End = Statement.Of(
        """
        UPDATE audit.Verification
        SET EndedAt = @at, Entries = @entries, Checkpoints = @checkpoints, Tail = @tail, Erased = @erased, FirstWrong = @firstWrong, What = @what
        WHERE Id = @id AND EndedAt IS NULL
        """);
}
