using FluentValidation;
using PoliceSocial.Incidents.Joining;

namespace PoliceSocial.Incidents.Recording;

/// <summary>Asks that an incident be recorded.</summary>
/// <param name="IncidentId">The id that the form was given: sent twice, it records once.</param>
/// <param name="ConversationId">The conversation it comes from, or null for none.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Location">Where, in words; may be empty.</param>
/// <param name="Area">Town or country.</param>
/// <param name="Category">The opening category's code.</param>
/// <param name="Qualifiers">Codes of qualifiers.</param>
/// <param name="Grade">The grade's code.</param>
/// <param name="ThirdParty">True where somebody told of it whom it did not happen to.</param>
/// <param name="Recording">Whether there is something to record by law.</param>
/// <param name="Rationale">Why; needed where that is decided.</param>
internal sealed record RecordCommand(
    long IncidentId, long? ConversationId, string Summary, string Location, Area Area, string Category, IReadOnlyList<string> Qualifiers, string Grade,
    bool ThirdParty, RecordingAnswer Recording, string? Rationale);

/// <summary>Says what is missing in the command.</summary>
internal sealed class RecordValidator : AbstractValidator<RecordCommand>
{
    public RecordValidator(ServiceProfile profile)
    {
        RuleFor(c => c.IncidentId).GreaterThan(0);
        RuleFor(c => c.Summary).NotEmpty().WithMessage("Enter what has happened").MaximumLength(4_000).WithMessage("What has happened must be 4,000 characters or less");
        RuleFor(c => c.Location).MaximumLength(500).WithMessage("The place must be 500 characters or less");
        RuleFor(c => c.Area).IsInEnum().WithMessage("Choose town or country");
        RuleFor(c => c.Category).Must(code => profile.Categories.Any(t => t.Code == code)).WithMessage("Choose an opening category");
        RuleFor(c => c.Grade).Must(code => profile.GradeOf(code) is not null).WithMessage("Choose a grade");
        RuleForEach(c => c.Qualifiers).Must(code => profile.Qualifiers.Any(t => t.Code == code)).WithMessage("Choose qualifiers from the list");
        RuleFor(c => c.Recording).IsInEnum();
        RuleFor(c => c.Rationale).NotEmpty().When(c => c.Recording is RecordingAnswer.Yes or RecordingAnswer.No).WithMessage("Enter why you decided so");
        RuleFor(c => c.Rationale).MaximumLength(2_000).WithMessage("The reason must be 2,000 characters or less");
    }
}

/// <summary>
/// A member of staff records an incident, from a conversation or from nothing. It has its number at once, its category as of first
/// contact, and clocks that count from when the public first wrote.
/// </summary>
internal sealed class RecordIncident(
    Store<IncidentsModule> store, ServiceProfile profile, IConversations conversations, JoinedConversations joined, IncidentLog log, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.record");

    private static readonly Statement InsertQualifier = Statement.Of(
        "INSERT INTO incidents.IncidentQualifier (IncidentId, Code) VALUES (@incidentId, @code)");

    public async Task<RecordOutcome> HandleAsync(Person person, RecordCommand command, CancellationToken ct)
    {
        ConversationFacts? from = null;
        if (command.ConversationId is { } conversationId)
        {
            from = (await conversations.FindAsync(person, [conversationId], ct)).SingleOrDefault();
            if (from is null)
                return new RecordOutcome.NotFound();
        }

        if (!person.May(IncidentsPermissions.Record, from?.ChannelId, from?.TeamId))
            return new RecordOutcome.NotAllowed();
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.FindAsync(IncidentStatements.Load, new { id = command.IncidentId }, ct) is { } already)
            return already.RecordedBy == person.Id ? new RecordOutcome.Recorded(already) : new RecordOutcome.NotFound();
        var at = session.Act.At;
        var day = profile.Number.PeriodOf(at, from?.Rehearsal ?? false);
        var incident = New(command, from, person, at, day, await Numbers.NextAsync(session, day, ct));
        await session.ExecuteAsync(IncidentStatements.Insert, incident, ct);
        foreach (var code in command.Qualifiers.Distinct(StringComparer.Ordinal))
            await session.ExecuteAsync(InsertQualifier, new { incidentId = incident.Id, code }, ct);
        await log.AddAsync(session, incident.Id, Moment.Recorded, null, incident.GradeCode, ct);
        session.Raise(new IncidentRecorded(incident.Id, incident.Number, incident.GradeCode, incident.OpeningCategory, incident.FirstContactAt, from?.Id));
        if (from is not null)
            await joined.AddAsync(session, incident.Id, from, null, ct);
        if (incident.Recording is RecordingAnswer.Yes or RecordingAnswer.No)
        {
            await log.AddAsync(session, incident.Id, Moment.RecordingDecided, (long)incident.Recording, incident.RecordingRationale, ct);
            session.Raise(new RecordingDecided(incident.Id, incident.Recording == RecordingAnswer.Yes, incident.RecordingDueAt, at <= incident.RecordingDueAt));
        }

        await session.CommitAsync(ct);
        return new RecordOutcome.Recorded(incident);
    }

    private IncidentRow New(RecordCommand command, ConversationFacts? from, Person person, DateTimeOffset at, int day, int sequence)
    {
        var firstContact = from?.FirstContactAt ?? at;
        var received = from?.ReceivedAt ?? at;
        var decided = profile.Recording is not null && command.Recording is RecordingAnswer.Yes or RecordingAnswer.No;
        return new()
        {
            Id = command.IncidentId,
            Number = profile.Number.Of(sequence, at, from?.Rehearsal ?? false),
            Day = day,
            Sequence = sequence,
            Profile = profile.Key,
            ChannelId = from?.ChannelId,
            TeamId = from?.TeamId,
            Rehearsal = from?.Rehearsal ?? false,
            Summary = command.Summary.Trim(),
            Location = command.Location.Trim(),
            Area = command.Area,
            ThirdParty = command.ThirdParty,
            OpeningCategory = command.Category,
            GradeCode = command.Grade,
            GradedAt = at,
            RespondBy = profile.GradeOf(command.Grade)!.RespondBy(command.Area, received),
            FirstContactAt = firstContact,
            ReceivedAt = received,
            RecordedAt = at,
            RecordedBy = person.Id,
            OwnerId = person.Id,
            Recording = profile.Recording is null ? RecordingAnswer.NotAsked : decided ? command.Recording : RecordingAnswer.Undecided,
            RecordingRationale = decided ? command.Rationale!.Trim() : null,
            RecordingAt = decided ? at : null,
            RecordingBy = decided ? person.Id : null,
            RecordingDueAt = profile.Recording is { } duty ? firstContact.AddHours(duty.Hours) : null,
            State = IncidentState.Open,
            Version = 1,
        };
    }
}

/// <summary>What came of recording an incident.</summary>
internal abstract record RecordOutcome
{
    private RecordOutcome()
    {
    }

    public sealed record Recorded(IncidentRow Incident) : RecordOutcome;

    /// <summary>There is no such conversation that the person may see.</summary>
    public sealed record NotFound : RecordOutcome;

    public sealed record NotAllowed : RecordOutcome;
}
