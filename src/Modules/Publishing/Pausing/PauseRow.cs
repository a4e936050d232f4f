namespace PoliceSocial.Publishing.Pausing;

/// <summary>A time in which nothing goes out: on one channel, or on any.</summary>
internal sealed record PauseRow
{
    private const string Columns = "Id, ChannelId, PausedBy, PausedAt, Reason, AcknowledgedBy, AcknowledgedAt, ResumedBy, ResumedAt";

    public static readonly Statement<PauseRow> InForce = Statement.Of<PauseRow>(
        $"SELECT {Columns} FROM publishing.Pause WHERE ResumedAt IS NULL ORDER BY Id");

    public static readonly Statement<PauseRow> Load = Statement.Of<PauseRow>($"SELECT {Columns} FROM publishing.Pause WHERE Id = @id");

    public static readonly Statement<PauseRow> Latest = Statement.Paged<PauseRow>($"SELECT {Columns} FROM publishing.Pause ORDER BY Id DESC");

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO publishing.Pause (Id, ChannelId, PausedBy, PausedAt, Reason)
        VALUES (@id, @channelId, @pausedBy, @pausedAt, @reason)
        """);

    public static readonly Statement Resume = Statement.Of(
        "UPDATE publishing.Pause SET ResumedBy = @by, ResumedAt = @at WHERE Id = @id AND ResumedAt IS NULL");

    public static readonly Statement Acknowledge = Statement.Of(
        "UPDATE publishing.Pause SET AcknowledgedBy = @by, AcknowledgedAt = @at WHERE Id = @id AND ResumedAt IS NULL AND AcknowledgedAt IS NULL");

    private static readonly Statement<int> Holding = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM publishing.Pause WHERE ResumedAt IS NULL AND (ChannelId IS NULL OR ChannelId = @channelId)");

    public required long Id { get; init; }

    /// <summary>The channel; null for all of them.</summary>
    public long? ChannelId { get; init; }

    /// <summary>Who paused; 0 for the service itself.</summary>
    public required long PausedBy { get; init; }

    public required DateTimeOffset PausedAt { get; init; }

    public required string Reason { get; init; }

    public long? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public long? ResumedBy { get; init; }

    public DateTimeOffset? ResumedAt { get; init; }

    /// <summary>May nothing go out on this channel now?</summary>
    public static async Task<bool> HoldsAsync(IRead read, long channelId, CancellationToken ct) =>
        await read.FindAsync(Holding, new { channelId }, ct) > 0;
}
