using System.Globalization;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Incidents.Tasking;

/// <summary>What is overdue and nobody has taken note of, and how many incidents are open, as a person may see them.</summary>
internal sealed class OverdueAlarms(Store<IncidentsModule> store, ServiceProfile profile) : IAlarmSource, ICountSource
{
    private const string Open = "incidents.open";

    private static readonly Statement<LateRow> Tasks = Statement.Paged<LateRow>(
        $"""
        SELECT t.Id, i.Id AS IncidentId, i.Number, t.AlarmAt AS Since
        FROM incidents.Task AS t JOIN incidents.Incident AS i ON i.Id = t.IncidentId
        WHERE t.State = @open AND t.AlarmAt IS NOT NULL AND t.NotedAt IS NULL AND {Sight.Condition}
        ORDER BY t.DueAt DESC, t.Id DESC
        """);

    private static readonly Statement<LateRow> Recordings = Statement.Paged<LateRow>(
        $"""
        SELECT i.Id, i.Id AS IncidentId, i.Number, i.RecordingAlarmAt AS Since
        FROM incidents.Incident AS i
        WHERE i.State = @open AND i.Recording = @undecided AND i.RecordingAlarmAt IS NOT NULL AND i.RecordingNotedBy IS NULL AND {Sight.Condition}
        ORDER BY i.Id DESC
        """);

    private static readonly Statement<int> OpenOnes = Statement.Of<int>(
        $"SELECT COUNT(*) AS N FROM incidents.Incident AS i WHERE i.State = @open AND {Sight.Condition}");

    private static readonly Statement<NotedRow> NotedTask = Statement.Of<NotedRow>("SELECT NotedBy FROM incidents.Task WHERE Id = @id");

    private static readonly Statement<NotedRow> NotedRecording = Statement.Of<NotedRow>(
        "SELECT RecordingNotedBy AS NotedBy FROM incidents.Incident WHERE Id = @id");

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        if (!person.Grants.Allows(IncidentsPermissions.Read))
            return [];
        var (everywhere, channels, teams) = Sight.Of(person);
        var tasks = await store.QueryAsync(Tasks, new { open = TaskState.Open, everywhere, channels, teams, take = 20 }, ct);
        var recordings = await store.QueryAsync(
            Recordings, new { open = IncidentState.Open, undecided = RecordingAnswer.Undecided, everywhere, channels, teams, take = 20 }, ct);
        return
        [
            .. tasks.Select(t => Of("task", t, $"A task of {profile.Words.Incident} {t.Number} is overdue", $"/tasks/{Number(t.Id)}/acknowledge")),
            .. recordings.Select(r => Of("recording", r, $"{profile.Recording?.Name} of {profile.Words.Incident} {r.Number} is not decided in time", "/recording/acknowledge")),
        ];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        if (!person.Grants.Allows(IncidentsPermissions.Read))
            return new Dictionary<string, int>();
        var (everywhere, channels, teams) = Sight.Of(person);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [Open] = await store.FindAsync(OpenOnes, new { open = IncidentState.Open, everywhere, channels, teams }, ct),
        };
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct)
    {
        if (alarm.NumberOf("incident-task") is { } task)
            return (await store.FindAsync(NotedTask, new { id = task }, ct))?.NotedBy;
        return alarm.NumberOf("incident-recording") is { } incident ? (await store.FindAsync(NotedRecording, new { id = incident }, ct))?.NotedBy : null;
    }

    private static RaisedAlarm Of(string kind, LateRow row, string text, string acknowledge)
    {
        var page = $"/incidents/{Number(row.IncidentId)}";
        return new($"incident-{kind}-{Number(row.Id)}-{row.Since.ToMicroseconds()}", text, page, row.Since, page + acknowledge);
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record LateRow
    {
        public required long Id { get; init; }

        public required long IncidentId { get; init; }

        public required string Number { get; init; }

        public required DateTimeOffset Since { get; init; }
    }

    private sealed record NotedRow
    {
        public long? NotedBy { get; init; }
    }
}
