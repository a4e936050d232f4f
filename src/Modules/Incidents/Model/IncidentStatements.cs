namespace PoliceSocial.Incidents.Model;

/// <summary>Loads and saves incidents.</summary>
internal static class IncidentStatements
{
    public const string Columns =
        """
        Id, Number, Day, Sequence, Profile, ChannelId, TeamId, Rehearsal, Summary, Location, Area, ThirdParty, OpeningCategory, ClosingCategory,
        GradeCode, GradedAt, RespondBy, DeployedAt, FirstContactAt, ReceivedAt, RecordedAt, RecordedBy, OwnerId, Recording, RecordingRationale,
        RecordingAt, RecordingBy, RecordingDueAt, RecordingAlarmAt, RecordingNotedBy, State, ClosedAt, ClosedBy, Version
        """;

    public static readonly Statement<IncidentRow> Load = Statement.Of<IncidentRow>($"SELECT {Columns} FROM incidents.Incident WHERE Id = @id");

    public static readonly Statement<IncidentRow> LoadByNumber = Statement.Of<IncidentRow>($"SELECT {Columns} FROM incidents.Incident WHERE Number = @number");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO incidents.Incident ({Columns})
        VALUES (@Id, @Number, @Day, @Sequence, @Profile, @ChannelId, @TeamId, @Rehearsal, @Summary, @Location, @Area, @ThirdParty, @OpeningCategory,
            @ClosingCategory, @GradeCode, @GradedAt, @RespondBy, @DeployedAt, @FirstContactAt, @ReceivedAt, @RecordedAt, @RecordedBy, @OwnerId,
            @Recording, @RecordingRationale, @RecordingAt, @RecordingBy, @RecordingDueAt, @RecordingAlarmAt, @RecordingNotedBy, @State, @ClosedAt,
            @ClosedBy, @Version)
        """);

    /// <summary>Saves what can change; changes nothing where somebody else saved since the row was loaded.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE incidents.Incident
        SET Summary = @Summary, Location = @Location, Area = @Area, ThirdParty = @ThirdParty, OpeningCategory = @OpeningCategory,
            ClosingCategory = @ClosingCategory, GradeCode = @GradeCode, GradedAt = @GradedAt, RespondBy = @RespondBy, DeployedAt = @DeployedAt,
            FirstContactAt = @FirstContactAt, ReceivedAt = @ReceivedAt, OwnerId = @OwnerId, Recording = @Recording,
            RecordingRationale = @RecordingRationale, RecordingAt = @RecordingAt, RecordingBy = @RecordingBy, RecordingDueAt = @RecordingDueAt,
            RecordingAlarmAt = @RecordingAlarmAt, RecordingNotedBy = @RecordingNotedBy, State = @State, ClosedAt = @ClosedAt, ClosedBy = @ClosedBy,
            Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
