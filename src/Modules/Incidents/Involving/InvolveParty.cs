using FluentValidation;
using PoliceSocial.Incidents.Joining;

namespace PoliceSocial.Incidents.Involving;

/// <summary>Asks that a person, place or vehicle be put on an incident.</summary>
internal sealed record InvolveCommand(
    long IncidentId, PartyKind Kind, string? Label, string? Detail, IReadOnlyList<string> Roles, IReadOnlyList<string> Markers, long? ContactId);

/// <summary>Says what is missing in the command.</summary>
internal sealed class InvolveValidator : AbstractValidator<InvolveCommand>
{
    public InvolveValidator(ServiceProfile profile)
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose person, place or vehicle");
        RuleFor(c => c.Label).NotEmpty().WithMessage("Enter a name, an address, a registration mark, or a description where that is all there is")
            .MaximumLength(300).WithMessage("It must be 300 characters or less");
        RuleFor(c => c.Detail).MaximumLength(2_000).WithMessage("What else is known must be 2,000 characters or less");
        RuleFor(c => c.Roles).NotEmpty().When(c => c.Kind == PartyKind.Person).WithMessage("Choose at least one role");
        RuleForEach(c => c.Roles).Must(code => profile.Roles.Any(t => t.Code == code)).WithMessage("Choose roles from the list");
        RuleForEach(c => c.Markers).Must(code => profile.Markers.Any(t => t.Code == code)).WithMessage("Choose markers from the list");
    }
}

/// <summary>A member of staff puts a person with their part, a place or a vehicle on an incident.</summary>
internal sealed class InvolveParty(IncidentDesk desk, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.involve");

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO incidents.Party (Id, IncidentId, Kind, Label, Detail, ContactId, Roles, Markers, AddedBy, AddedAt)
        VALUES (@id, @incidentId, @kind, @label, @detail, @contactId, @roles, @markers, @by, @at)
        """);

    public Task<ChangeResult> HandleAsync(Person person, InvolveCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            var joined = await session.QueryAsync(JoinedConversations.OfIncident, new { incidentId = i.Id }, ct);
            if (command.ContactId is { } contact && !joined.Any(j => j.ContactId == contact && j.SplitAt is null))
                return new Decision.Refuse("That contact wrote in none of its conversations. Nothing was changed.");
            var isPerson = command.Kind == PartyKind.Person;
            var (roles, markers) = (isPerson ? command.Roles : [], isPerson ? command.Markers : []);
            var (id, contactId) = (ids.New(), isPerson ? command.ContactId : null);
            await session.ExecuteAsync(Insert, new
            {
                id,
                incidentId = i.Id,
                kind = command.Kind,
                label = command.Label!.Trim(),
                detail = command.Detail?.Trim() ?? "",
                contactId,
                roles = string.Join(' ', roles),
                markers = string.Join(' ', markers),
                by = person.Id,
                at = act.At,
            }, ct);
            return new Decision.Change(i, Moment.PartyAdded, new PartyInvolved(i.Id, id, command.Kind.ToString(), roles, markers, contactId), id);
        }, ct);
    }
}
