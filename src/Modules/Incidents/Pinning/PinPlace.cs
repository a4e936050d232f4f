using FluentValidation;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>Asks that an incident be pinned where it is.</summary>
internal sealed record PinCommand(long IncidentId, string? Place, int? AccuracyMetres, PinSource Source);

/// <summary>Says what is missing in the command.</summary>
internal sealed class PinValidator : AbstractValidator<PinCommand>
{
    public PinValidator()
    {
        RuleFor(c => c.Place).Must(p => Coordinates.Read(p) is not null)
            .WithMessage("Enter latitude and longitude, such as 52.7593, -1.9354, or a grid reference, such as SK 043 180");
        RuleFor(c => c.AccuracyMetres).InclusiveBetween(1, 100_000).WithMessage("How exact it is must be between 1 and 100,000 metres");
        RuleFor(c => c.Source).IsInEnum().WithMessage("Choose how it is known");
    }
}

/// <summary>
/// A member of staff pins an incident where it is, with how exact that is and how it is known. What was pinned before stays. Whether it
/// lies within the force's area is worked out and kept with it.
/// </summary>
internal sealed class PinPlace(IncidentDesk desk, Boundaries boundaries, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.pin-place");
    private const int AsTyped = 10;

    public async Task<ChangeResult> HandleAsync(Person person, PinCommand command, CancellationToken ct)
    {
        var (at, square) = Coordinates.Read(command.Place) ?? throw new ArgumentException("The place was not checked.", nameof(command));
        var inArea = (await boundaries.ReadAsync(ct)).Holds(at);
        var act = acts.By(person, Kind);
        return await desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            var row = new PinRow
            {
                Id = ids.New(),
                IncidentId = i.Id,
                Latitude = at.Latitude,
                Longitude = at.Longitude,
                AccuracyMetres = command.AccuracyMetres ?? square ?? AsTyped,
                Source = command.Source,
                InArea = inArea,
                PinnedAt = act.At,
                PinnedBy = person.Id,
            };
            await session.ExecuteAsync(PinRow.Insert, row, ct);
            return new Decision.Change(i, Moment.Pinned, new PlacePinned(i.Id, row.Id, row.AccuracyMetres, row.Source.ToString(), inArea), row.Id);
        }, ct);
    }
}
