using FluentValidation;
using PoliceSocial.Incidents.Tasking;

namespace PoliceSocial.Incidents.Closing;

/// <summary>Asks that an incident be closed.</summary>
internal sealed record CloseCommand(long IncidentId, string? Category, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class CloseValidator : AbstractValidator<CloseCommand>
{
    public CloseValidator(ServiceProfile profile)
    {
        RuleFor(c => c.Category).Must(code => profile.Categories.Any(t => t.Code == code)).WithMessage("Choose what it turned out to be");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter what was done and why nothing more is needed")
            .MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>
/// A supervisor closes an incident with what it turned out to be; the opening category stays beside it. What the law or a colleague
/// still waits for keeps it open.
/// </summary>
internal sealed class CloseIncident(IncidentDesk desk, ServiceProfile profile, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.close");

    public Task<ChangeResult> HandleAsync(Person person, CloseCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind, command.Reason!.Trim());
        return desk.ChangeAsync(act, person, IncidentsPermissions.Grade, command.IncidentId, async (session, i) =>
        {
            var tasks = await session.QueryAsync(TaskStatements.OfIncident, new { incidentId = i.Id }, ct);
            return Decide(profile, i, tasks.Count(t => t.State == TaskState.Open), person, command, act);
        }, ct);
    }

    public static Decision Decide(ServiceProfile profile, IncidentRow i, int openTasks, Person person, CloseCommand command, Act act)
    {
        if (i.State == IncidentState.Closed)
            return new Decision.Nothing();
        if (i.Recording == RecordingAnswer.Undecided)
            return new Decision.Refuse($"It is not decided yet: {profile.Recording?.Question} Decide that first.");
        if (openTasks > 0)
            return new Decision.Refuse($"{(openTasks == 1 ? "One task is" : $"{openTasks} tasks are")} still open. End {(openTasks == 1 ? "it" : "them")} first.");
        var after = i with { State = IncidentState.Closed, ClosedAt = act.At, ClosedBy = person.Id, ClosingCategory = command.Category };
        return new Decision.Change(after, Moment.Closed, new IncidentClosed(i.Id, command.Category!, i.DeployedAt is not null), null, act.Purpose);
    }
}
