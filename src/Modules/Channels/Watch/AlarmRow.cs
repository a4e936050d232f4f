namespace PoliceSocial.Channels.Watch;

/// <summary>An alarm as it is stored.</summary>
internal sealed record AlarmRow
{
    public static readonly Statement<AlarmRow> Open = Statement.Of<AlarmRow>(
        """
        SELECT Id, ChannelId, Kind, Since, Why, AcknowledgedBy, AcknowledgedAt
        FROM channels.Alarm
        WHERE EndedAt IS NULL
        """);

    public static readonly Statement Raise = Statement.Of(
        """
        INSERT INTO channels.Alarm (Id, ChannelId, Kind, Since, Why)
        SELECT @id, @channelId, @kind, @since, @why
        WHERE NOT EXISTS (SELECT 1 FROM channels.Alarm WHERE ChannelId = @channelId AND Kind = @kind AND EndedAt IS NULL)
        """);

    public static readonly Statement End = Statement.Of(
        "UPDATE channels.Alarm SET EndedAt = @at WHERE Id = @id AND EndedAt IS NULL");

    public static readonly Statement EndAcknowledged = Statement.Of(
        """
        UPDATE channels.Alarm SET EndedAt = @at
        WHERE ChannelId = @channelId AND Kind = @kind AND EndedAt IS NULL AND AcknowledgedBy IS NOT NULL
        """);

    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public required ChannelAlarmKind Kind { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required string Why { get; init; }

    public long? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }
}
