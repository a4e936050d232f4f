using FluentValidation;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Recording;

namespace PoliceSocial.Incidents.Offered;

/// <summary>Asks that an incident which another force offers be taken over.</summary>
internal sealed record AcceptCommand(long OfferId, string? Summary, string? Location, Area Area, string Category, string Grade);

/// <summary>Says what is missing in the command.</summary>
internal sealed class AcceptValidator : AbstractValidator<AcceptCommand>
{
    public AcceptValidator(ServiceProfile profile)
    {
        RuleFor(c => c.Summary).NotEmpty().WithMessage("Enter what has happened").MaximumLength(4_000).WithMessage("What has happened must be 4,000 characters or less");
        RuleFor(c => c.Location).MaximumLength(500).WithMessage("The place must be 500 characters or less");
        RuleFor(c => c.Area).IsInEnum().WithMessage("Choose town or country");
        RuleFor(c => c.Category).Must(code => profile.Categories.Any(t => t.Code == code)).WithMessage("Choose an opening category");
        RuleFor(c => c.Grade).Must(code => profile.GradeOf(code) is not null).WithMessage("Choose a grade");
    }
}

/// <summary>
/// A member of staff takes over an incident that another force offers. It becomes one here, with our number and theirs, its clocks count
/// from when the public first told of it, and our answer goes back to them.
/// </summary>
internal sealed class AcceptOffer(
    Store<IncidentsModule> store, ServiceProfile profile, IncidentLog log, AnswerBack back, Destinations destinations, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.accept-offer");
    private const int LongestLabel = 300;
    private const int LongestDetail = 2_000;

    public async Task<OfferOutcome> HandleAsync(Person person, AcceptCommand command, CancellationToken ct)
    {
        if (!person.Grants.Allows(IncidentsPermissions.Accept))
            return new OfferOutcome.NotFound();
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.FindAsync(OfferStatements.Load, new { id = command.OfferId }, ct) is not { State: not OfferState.Unfit } offer)
            return new OfferOutcome.NotFound();
        var at = session.Act.At;
        var document = OfferedDocument.Of(offer);
        var day = profile.Number.PeriodOf(at, offer.Rehearsal);
        var incident = New(command, offer, document, person, at, day, await Numbers.NextAsync(session, day, ct));
        var after = offer with { State = OfferState.Accepted, SettledAt = at, SettledBy = person.Id, IncidentId = incident.Id };
        if (offer.State != OfferState.Open || await session.ExecuteAsync(OfferStatements.Save, after, ct) == 0)
            return new OfferOutcome.Refused(RefuseOffer.Settled);
        await session.ExecuteAsync(IncidentStatements.Insert, incident, ct);
        await log.AddAsync(session, incident.Id, Moment.Recorded, null, incident.GradeCode, ct);
        await log.AddAsync(session, incident.Id, Moment.TakenOver, offer.Id, $"{destinations.NameOf(offer.Peer)}, their number {offer.TheirNumber}", ct);
        session.Raise(new IncidentRecorded(incident.Id, incident.Number, incident.GradeCode, incident.OpeningCategory, incident.FirstContactAt, null));
        session.Raise(new OfferAccepted(offer.Id, offer.Peer, incident.Id));
        await InvolveAsync(session, incident.Id, document, person, ct);
        await back.PutAsync(session, offer, new(Says.Accepted, incident.Number, null), incident.Id, ct);
        await session.CommitAsync(ct);
        return new OfferOutcome.Done(incident.Id, incident.Number);
    }

    /// <summary>People, places and vehicles come along, with those of their roles that we know by the same code; the rest stays in the document.</summary>
    private async Task InvolveAsync(Session session, long incidentId, OfferedDocument document, Person person, CancellationToken ct)
    {
        foreach (var party in document.Parties)
        {
            var kind = Enum.Parse<PartyKind>(party.Kind, ignoreCase: true);
            var (roles, markers) = (Known(party.Roles, profile.Roles), Known(party.Markers, profile.Markers));
            var id = ids.New();
            await session.ExecuteAsync(InvolveParty.Insert, new
            {
                id,
                incidentId,
                kind,
                label = Cut(party.Label, LongestLabel),
                detail = Cut(party.Detail, LongestDetail),
                contactId = (long?)null,
                roles = string.Join(' ', roles),
                markers = string.Join(' ', markers),
                by = person.Id,
                at = session.Act.At,
            }, ct);
            await log.AddAsync(session, incidentId, Moment.PartyAdded, id, null, ct);
            session.Raise(new PartyInvolved(incidentId, id, kind.ToString(), roles, markers, null));
        }
    }

    private IncidentRow New(AcceptCommand command, OfferRow offer, OfferedDocument document, Person person, DateTimeOffset at, int day, int sequence) => new()
    {
        Id = ids.New(),
        Number = profile.Number.Of(sequence, at, offer.Rehearsal),
        Day = day,
        Sequence = sequence,
        Profile = profile.Key,
        Rehearsal = offer.Rehearsal,
        Summary = command.Summary!.Trim(),
        Location = command.Location?.Trim() ?? "",
        Area = command.Area,
        ThirdParty = document.Incident.ThirdParty,
        OpeningCategory = command.Category,
        GradeCode = command.Grade,
        GradedAt = at,
        RespondBy = profile.GradeOf(command.Grade)!.RespondBy(command.Area, offer.ReceivedAt),
        FirstContactAt = offer.FirstContactAt,
        ReceivedAt = offer.ReceivedAt,
        RecordedAt = at,
        RecordedBy = person.Id,
        OwnerId = person.Id,
        Recording = profile.Recording is null ? RecordingAnswer.NotAsked : RecordingAnswer.Undecided,
        RecordingDueAt = profile.Recording is { } duty ? offer.FirstContactAt.AddHours(duty.Hours) : null,
        State = IncidentState.Open,
        Version = 1,
    };

    private static string[] Known(IEnumerable<OfferedTerm> theirs, IReadOnlyList<Term> ours) =>
        [.. theirs.Select(t => t.Code).Where(code => ours.Any(o => o.Code == code)).Distinct(StringComparer.Ordinal)];

    private static string Cut(string words, int most) => words.Length > most ? words[..most] : words;
}
