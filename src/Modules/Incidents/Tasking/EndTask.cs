namespace PoliceSocial.Incidents.Tasking;

/// <summary>Says that a task is done, or no longer needed.</summary>
internal sealed record EndTaskCommand(long IncidentId, long TaskId, bool Done, string? Outcome);

/// <summary>A member of staff ends a task. One that is cancelled needs the reason.</summary>
internal sealed class EndTask(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.end-task");

    public Task<ChangeResult> HandleAsync(Person person, EndTaskCommand command, CancellationToken ct)
    {
        var outcome = string.IsNullOrWhiteSpace(command.Outcome) ? null : command.Outcome.Trim();
        if (outcome?.Length > 1_000 || (!command.Done && outcome is null))
            return Task.FromResult<ChangeResult>(new ChangeResult.Refused("Enter why the task is no longer needed, in 1,000 characters or less"));
        var act = acts.By(person, Kind, outcome);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            var task = await session.FindAsync(TaskStatements.Load, new { id = command.TaskId }, ct);
            if (task is null || task.IncidentId != i.Id)
                return new Decision.Refuse("There is no such task. Nothing was changed.");
            if (task.State != TaskState.Open)
                return new Decision.Nothing();
            var state = command.Done ? TaskState.Done : TaskState.Cancelled;
            await session.ExecuteAsync(TaskStatements.Save, task with { State = state, EndedBy = person.Id, EndedAt = act.At, Outcome = outcome }, ct);
            return new Decision.Change(
                i, command.Done ? Moment.TaskDone : Moment.TaskCancelled, new TaskEnded(i.Id, task.Id, command.Done), task.OwnerId,
                outcome is null ? task.Title : $"{task.Title}: {outcome}");
        }, ct);
    }
}
