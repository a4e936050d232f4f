namespace PoliceSocial.Incidents.Model;

/// <summary>An incident as it is stored.</summary>
internal sealed record IncidentRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int Day { get; init; }

    public required int Sequence { get; init; }

    /// <summary>The service profile it was recorded under.</summary>
    public required string Profile { get; init; }

    /// <summary>The channel it came by, and the team it lies with: who may see it. Null where it came by none.</summary>
    public long? ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required bool Rehearsal { get; init; }

    public required string Summary { get; init; }

    public required string Location { get; init; }

    public required Area Area { get; init; }

    /// <summary>True where it was told of by somebody whom it did not happen to.</summary>
    public required bool ThirdParty { get; init; }

    public required string OpeningCategory { get; init; }

    public string? ClosingCategory { get; init; }

    public required string GradeCode { get; init; }

    public required DateTimeOffset GradedAt { get; init; }

    public DateTimeOffset? RespondBy { get; init; }

    public DateTimeOffset? DeployedAt { get; init; }

    /// <summary>When the public first told of it, as the network says: the earliest of its conversations.</summary>
    public required DateTimeOffset FirstContactAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required long RecordedBy { get; init; }

    /// <summary>Who answers for it.</summary>
    public long? OwnerId { get; init; }

    public required RecordingAnswer Recording { get; init; }

    public string? RecordingRationale { get; init; }

    public DateTimeOffset? RecordingAt { get; init; }

    public long? RecordingBy { get; init; }

    public DateTimeOffset? RecordingDueAt { get; init; }

    public DateTimeOffset? RecordingAlarmAt { get; init; }

    public long? RecordingNotedBy { get; init; }

    public required IncidentState State { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public long? ClosedBy { get; init; }

    public required int Version { get; init; }
}
