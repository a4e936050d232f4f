namespace PoliceSocial.Incidents.Tasking;

/// <summary>A member of staff takes note of what is overdue; the alarm ends, in their name, and the work stays.</summary>
internal sealed class NoteAlarm(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.note-alarm");

    /// <summary>Of a task that is overdue.</summary>
    public Task<ChangeResult> OfTaskAsync(Person person, long incidentId, long taskId, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, async (session, i) =>
        {
            var task = await session.FindAsync(TaskStatements.Load, new { id = taskId }, ct);
            if (task is not { AlarmAt: not null, NotedAt: null } || task.IncidentId != i.Id)
                return new Decision.Nothing();
            await session.ExecuteAsync(TaskStatements.Save, task with { NotedBy = person.Id, NotedAt = act.At }, ct);
            return new Decision.Change(i, Moment.TaskNoted, new TaskAlarmNoted(i.Id, task.Id), task.OwnerId, task.Title);
        }, ct);
    }

    /// <summary>Of a decision on recording that is overdue.</summary>
    public Task<ChangeResult> OfRecordingAsync(Person person, long incidentId, CancellationToken ct) =>
        desk.ChangeAsync(acts.By(person, Kind), person, IncidentsPermissions.Record, incidentId, i => i is { RecordingAlarmAt: not null, RecordingNotedBy: null }
            ? new Decision.Change(i with { RecordingNotedBy = person.Id }, Moment.RecordingNoted, new RecordingAlarmNoted(i.Id))
            : new Decision.Nothing(), ct);
}
