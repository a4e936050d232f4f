using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Alarms;

/// <summary>An alarm of the ledger.</summary>
internal sealed record AlarmRow
{
    public required long Id { get; init; }

    public required string Kind { get; init; }

    public required string What { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }
}

/// <summary>Who acknowledged an alarm.</summary>
internal sealed record AcknowledgedRow
{
    public long? AcknowledgedBy { get; init; }
}

/// <summary>The statements of the alarms.</summary>
internal static class AlarmStatements
{
    public static readonly Statement<AlarmRow> Open = Statement.Of<AlarmRow>(
        "SELECT Id, Kind, What, RaisedAt FROM audit.Alarm WHERE AcknowledgedAt IS NULL ORDER BY RaisedAt DESC, Id DESC");

    public static readonly Statement<AcknowledgedRow> Acknowledged = Statement.Of<AcknowledgedRow>("SELECT AcknowledgedBy FROM audit.Alarm WHERE Id = @id");

    public static readonly Statement Raise = Statement.Of("INSERT INTO audit.Alarm (Id, Kind, What, RaisedAt) VALUES (@Id, @Kind, @What, @RaisedAt)");

    public static readonly Statement Acknowledge = Statement.Of(
        "UPDATE audit.Alarm SET AcknowledgedAt = @at, AcknowledgedBy = @by WHERE Id = @id AND AcknowledgedAt IS NULL");
}
