using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Incidents.Tasking;

/// <summary>Raises an alarm, once each, for tasks that were not done in time and for what the law wanted decided by now.</summary>
internal sealed class RaiseOverdue(Store<IncidentsModule> store, IncidentDesk desk, ActFactory acts, TimeProvider clock, ILogger<RaiseOverdue> log) : BackgroundService
{
    public static readonly ActKind Kind = new("incidents.raise-overdue");
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private static readonly Statement<TaskRow> LateTasks = Statement.Paged<TaskRow>(
        $"SELECT {TaskStatements.Columns} FROM incidents.Task WHERE State = @open AND DueAt <= @now AND AlarmAt IS NULL ORDER BY DueAt, Id");

    private static readonly Statement<long> LateRecordings = Statement.Paged<long>(
        """
        SELECT Id FROM incidents.Incident
        WHERE State = @open AND Recording = @undecided AND RecordingDueAt <= @now AND RecordingAlarmAt IS NULL
        ORDER BY Id
        """);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var task in await store.QueryAsync(LateTasks, new { open = TaskState.Open, now, take = 100 }, ct))
            await RaiseAsync(task, now, ct);
        foreach (var id in await store.QueryAsync(LateRecordings, new { open = IncidentState.Open, undecided = RecordingAnswer.Undecided, now, take = 100 }, ct))
            await RaiseAsync(id, now, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "It could not be told whether tasks are overdue; it is looked again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<ChangeResult> RaiseAsync(TaskRow late, DateTimeOffset now, CancellationToken ct) =>
        desk.ChangeAsync(acts.ByService(Kind), null, IncidentsPermissions.Record, late.IncidentId, async (session, i) =>
        {
            var task = await session.FindAsync(TaskStatements.Load, new { id = late.Id }, ct);
            if (task is not { State: TaskState.Open, AlarmAt: null } || task.DueAt > now)
                return new Decision.Nothing();
            await session.ExecuteAsync(TaskStatements.Save, task with { AlarmAt = now }, ct);
            return new Decision.Change(i, Moment.TaskOverdue, new TaskOverdue(i.Id, task.Id, task.OwnerId, task.DueAt), task.OwnerId, task.Title);
        }, ct);

    private Task<ChangeResult> RaiseAsync(long incidentId, DateTimeOffset now, CancellationToken ct) =>
        desk.ChangeAsync(acts.ByService(Kind), null, IncidentsPermissions.Record, incidentId, i =>
            i is { Recording: RecordingAnswer.Undecided, RecordingAlarmAt: null, RecordingDueAt: { } due } && due <= now
                ? new Decision.Change(i with { RecordingAlarmAt = now, RecordingNotedBy = null }, Moment.RecordingOverdue, new RecordingOverdue(i.Id, due))
                : new Decision.Nothing(), ct);
}
