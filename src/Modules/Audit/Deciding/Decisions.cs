using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Deciding;

/// <summary>What somebody decided about something that was found wrong.</summary>
internal sealed record DecisionRow
{
    public required long Id { get; init; }

    public required string Kind { get; init; }

    public required string What { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required long DecidedBy { get; init; }
}

/// <summary>The statements of the decisions.</summary>
internal static class DecisionStatements
{
    public static readonly Statement<DecisionRow> Latest = Statement.Paged<DecisionRow>(
        "SELECT Id, Kind, What, Reason, DecidedAt, DecidedBy FROM audit.Decision ORDER BY Id DESC");

    public static readonly Statement<long?> Of = Statement.Of<long?>("SELECT MAX(Id) AS Id FROM audit.Decision WHERE Kind = @kind AND What = @what");

    public static readonly Statement Add = Statement.Of(
        "INSERT INTO audit.Decision (Id, Kind, What, Reason, DecidedAt, DecidedBy) VALUES (@Id, @Kind, @What, @Reason, @DecidedAt, @DecidedBy)");
}
