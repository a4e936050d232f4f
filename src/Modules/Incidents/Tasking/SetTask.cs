using FluentValidation;

namespace PoliceSocial.Incidents.Tasking;

/// <summary>Asks that somebody do something in time.</summary>
internal sealed record TaskCommand(long IncidentId, string Kind, string? Title, long OwnerId, double Hours);

/// <summary>Says what is missing in the command.</summary>
internal sealed class TaskValidator : AbstractValidator<TaskCommand>
{
    public TaskValidator(ServiceProfile profile)
    {
        RuleFor(c => c.Kind).Must(code => profile.TaskKinds.Any(t => t.Code == code)).WithMessage("Choose what sort of task it is");
        RuleFor(c => c.Title).NotEmpty().WithMessage("Enter what is to be done").MaximumLength(300).WithMessage("What is to be done must be 300 characters or less");
        RuleFor(c => c.OwnerId).GreaterThan(0).WithMessage("Choose who does it");
        RuleFor(c => c.Hours).InclusiveBetween(0.05, 2_160).WithMessage("Choose a deadline between 3 minutes and 90 days from now");
    }
}

/// <summary>A member of staff gives a colleague, or themselves, a task with a deadline.</summary>
internal sealed class SetTask(IncidentDesk desk, Colleagues colleagues, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.set-task");

    public async Task<ChangeResult> HandleAsync(Person person, TaskCommand command, CancellationToken ct)
    {
        var mayOwn = (await colleagues.WhoMayAsync(person, command.IncidentId, ct)).Select(c => c.Id).ToHashSet();
        var act = acts.By(person, Kind);
        return await desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            if (i.State == IncidentState.Closed)
                return new Decision.Refuse("It is closed. Open it again to set a task.");
            if (!mayOwn.Contains(command.OwnerId))
                return new Decision.Refuse("They may not work on this. Nothing was changed: choose a colleague who may.");
            var task = new TaskRow
            {
                Id = ids.New(),
                IncidentId = i.Id,
                Kind = command.Kind,
                Title = command.Title!.Trim(),
                OwnerId = command.OwnerId,
                DueAt = act.At.AddHours(command.Hours),
                State = TaskState.Open,
                CreatedBy = person.Id,
                CreatedAt = act.At,
            };
            await session.ExecuteAsync(TaskStatements.Insert, task, ct);
            return new Decision.Change(i, Moment.TaskSet, new TaskSet(i.Id, task.Id, task.Kind, task.OwnerId, task.DueAt), task.OwnerId, task.Title);
        }, ct);
    }
}
