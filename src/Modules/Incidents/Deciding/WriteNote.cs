using FluentValidation;

namespace PoliceSocial.Incidents.Deciding;

/// <summary>Asks that a fact, an opinion or advice be noted.</summary>
internal sealed record NoteCommand(long IncidentId, NoteKind Kind, string? Text);

/// <summary>Says what is missing in the command.</summary>
internal sealed class NoteValidator : AbstractValidator<NoteCommand>
{
    public NoteValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose fact, opinion or advice");
        RuleFor(c => c.Text).NotEmpty().WithMessage("Enter the note").MaximumLength(10_000).WithMessage("The note must be 10,000 characters or less");
    }
}

/// <summary>A member of staff notes a fact, or an opinion as such, or the advice that was given.</summary>
internal sealed class WriteNote(IncidentDesk desk, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.write-note");

    private static readonly Statement Insert = Statement.Of(
        "INSERT INTO incidents.Note (Id, IncidentId, Kind, Text, AuthorId, At) VALUES (@id, @incidentId, @kind, @text, @authorId, @at)");

    public Task<ChangeResult> HandleAsync(Person person, NoteCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            var id = ids.New();
            await session.ExecuteAsync(Insert, new { id, incidentId = i.Id, kind = command.Kind, text = command.Text!.Trim(), authorId = person.Id, at = act.At }, ct);
            return command.Kind switch
            {
                NoteKind.Advice => new Decision.Change(i, Moment.Advised, new AdviceGiven(i.Id, id), id),
                NoteKind.Fact => new Decision.Change(i, Moment.FactNoted, new FactNoted(i.Id, id, Opinion: false), id),
                NoteKind.Opinion => new Decision.Change(i, Moment.OpinionNoted, new FactNoted(i.Id, id, Opinion: true), id),
            };
        }, ct);
    }
}
