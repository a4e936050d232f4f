using FluentValidation;
using PoliceSocial.Incidents.Assessing;

namespace PoliceSocial.Incidents.Grading;

/// <summary>Asks that an incident have another grade.</summary>
internal sealed record RegradeCommand(long IncidentId, string Grade, Area Area, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class RegradeValidator : AbstractValidator<RegradeCommand>
{
    public RegradeValidator(ServiceProfile profile)
    {
        RuleFor(c => c.Grade).Must(code => profile.GradeOf(code) is not null).WithMessage("Choose a grade");
        RuleFor(c => c.Area).IsInEnum().WithMessage("Choose town or country");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter why the grade changes").MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>
/// A member of staff grades an incident anew, with the reason. Lowering it needs a permission of its own and, where the service's
/// policy says so, an assessment made since it was last graded.
/// </summary>
internal sealed class RegradeIncident(IncidentDesk desk, ServiceProfile profile, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.regrade");

    public Task<ChangeResult> HandleAsync(Person person, RegradeCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind, command.Reason!.Trim());
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            var latest = await session.FindAsync(AssessmentStatements.LatestOfIncident, new { incidentId = i.Id, take = 1 }, ct);
            return Decide(profile, i, latest, person.May(IncidentsPermissions.Grade, i), command, act);
        }, ct);
    }

    public static Decision Decide(ServiceProfile profile, IncidentRow i, AssessmentRow? latest, bool mayLower, RegradeCommand command, Act act)
    {
        if (i.State == IncidentState.Closed)
            return new Decision.Refuse("It is closed. Open it again to change its grade.");
        if (i.GradeCode == command.Grade && i.Area == command.Area)
            return new Decision.Nothing();
        var (from, to) = (profile.GradeOf(i.GradeCode), profile.GradeOf(command.Grade)!);
        var isFresh = latest is not null && latest.At >= i.GradedAt;
        if (profile.Lowers(i.GradeCode, command.Grade))
        {
            if (!mayLower)
                return new Decision.Refuse("A supervisor lowers a grade. Nothing was changed: ask yours.");
            if (from?.AssessBeforeLowering == true && !isFresh)
                return new Decision.Refuse($"{from.Name} is lowered only after a {profile.Assessment.Name} made since it was graded. Record one, then lower it.");
        }

        var after = i with { GradeCode = to.Code, Area = command.Area, GradedAt = act.At, RespondBy = to.RespondBy(command.Area, act.At) };
        return new Decision.Change(
            after, Moment.Graded, new IncidentRegraded(i.Id, i.GradeCode, to.Code, after.RespondBy, isFresh ? latest!.Id : null), latest?.Id,
            $"{from?.Name ?? i.GradeCode} → {to.Name}: {act.Purpose}");
    }
}
