using FluentValidation;

namespace PoliceSocial.Incidents.Deciding;

/// <summary>Says whether there is something to record by law.</summary>
internal sealed record RecordingCommand(long IncidentId, bool? Recorded, string? Rationale);

/// <summary>Says what is missing in the command.</summary>
internal sealed class RecordingValidator : AbstractValidator<RecordingCommand>
{
    public RecordingValidator()
    {
        RuleFor(c => c.Recorded).NotNull().WithMessage("Choose yes or no");
        RuleFor(c => c.Rationale).NotEmpty().WithMessage("Enter why you decided so").MaximumLength(2_000).WithMessage("The reason must be 2,000 characters or less");
    }
}

/// <summary>A member of staff decides whether a crime is recorded, with the reason; that ends the clock that runs from first contact. It can be decided anew.</summary>
internal sealed class DecideRecording(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.decide-recording");

    public Task<ChangeResult> HandleAsync(Person person, RecordingCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind, command.Rationale!.Trim());
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, i => Decide(i, person, command, act), ct);
    }

    public static Decision Decide(IncidentRow i, Person person, RecordingCommand command, Act act)
    {
        if (i.Recording == RecordingAnswer.NotAsked)
            return new Decision.Refuse("There is nothing to decide here.");
        var after = i with
        {
            Recording = command.Recorded == true ? RecordingAnswer.Yes : RecordingAnswer.No,
            RecordingRationale = act.Purpose,
            RecordingAt = act.At,
            RecordingBy = person.Id,
        };
        return new Decision.Change(
            after, Moment.RecordingDecided, new RecordingDecided(i.Id, command.Recorded == true, i.RecordingDueAt, act.At <= i.RecordingDueAt),
            (long)after.Recording, act.Purpose);
    }
}
