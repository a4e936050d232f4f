namespace PoliceSocial.Incidents.Tasking;

/// <summary>Asks that a task pass to somebody, or have another deadline.</summary>
internal sealed record PassTaskCommand(long IncidentId, long TaskId, long OwnerId, double? Hours, string? Reason);

/// <summary>A member of staff passes a task to a colleague or moves its deadline, with the reason. A new deadline ends its alarm.</summary>
internal sealed class PassTask(IncidentDesk desk, Colleagues colleagues, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.pass-task");

    public async Task<ChangeResult> HandleAsync(Person person, PassTaskCommand command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > 1_000)
            return new ChangeResult.Refused("Enter why the task changes, in 1,000 characters or less");
        if (command.Hours is < 0.05 or > 2_160)
            return new ChangeResult.Refused("Choose a deadline between 3 minutes and 90 days from now");
        var mayOwn = (await colleagues.WhoMayAsync(person, command.IncidentId, ct)).Select(c => c.Id).ToHashSet();
        var act = acts.By(person, Kind, command.Reason.Trim());
        return await desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            var task = await session.FindAsync(TaskStatements.Load, new { id = command.TaskId }, ct);
            if (task is null || task.IncidentId != i.Id || task.State != TaskState.Open)
                return new Decision.Refuse("There is no such open task. Nothing was changed.");
            if (!mayOwn.Contains(command.OwnerId))
                return new Decision.Refuse("They may not work on this. Nothing was changed: choose a colleague who may.");
            var after = command.Hours is { } hours
                ? task with { OwnerId = command.OwnerId, DueAt = act.At.AddHours(hours), AlarmAt = null, NotedAt = null, NotedBy = null }
                : task with { OwnerId = command.OwnerId };
            if (after == task)
                return new Decision.Nothing();
            await session.ExecuteAsync(TaskStatements.Save, after, ct);
            return new Decision.Change(
                i, Moment.TaskPassed, new TaskPassed(i.Id, task.Id, task.OwnerId, after.OwnerId, after.DueAt), after.OwnerId, $"{task.Title}: {act.Purpose}");
        }, ct);
    }
}
