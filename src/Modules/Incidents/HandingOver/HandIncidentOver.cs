using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>Asks that an incident be handed over.</summary>
internal sealed record HandOverCommand(long IncidentId, string? Destination, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class HandOverValidator : AbstractValidator<HandOverCommand>
{
    public HandOverValidator(Destinations destinations)
    {
        RuleFor(c => c.Destination).Must(key => destinations.Find(key ?? "") is not null).WithMessage("Choose who gets it");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter why it is handed over").MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>
/// A member of staff hands an incident over to another system, or offers it to another force. The document is made and stored at once;
/// it goes out by itself, as often as it takes.
/// </summary>
internal sealed class HandIncidentOver(
    IncidentDesk desk, ReadIncident read, IncidentDocument document, Destinations destinations, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.hand-over");

    public async Task<ChangeResult> HandleAsync(Person person, HandOverCommand command, CancellationToken ct)
    {
        if (await read.HandleAsync(person, command.IncidentId, ct) is not { } view)
            return new ChangeResult.NotFound();
        if (destinations.For(view.Incident).FirstOrDefault(d => d.Key == command.Destination) is not { } destination)
            return new ChangeResult.Refused("An exercise never reaches a real system, nor a real one an exercise. Nothing was handed over.");
        var act = acts.By(person, Kind, command.Reason!.Trim());
        var (id, purpose) = (ids.New(), destination.Peer ? Purpose.Transfer : Purpose.HandOver);
        var text = document.Write(id, purpose, act.Purpose!, person, act.At, view);
        var row = new HandoverRow
        {
            Id = id,
            IncidentId = view.Incident.Id,
            Destination = destination.Key,
            Purpose = purpose,
            Document = text,
            Sha256 = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Reason = act.Purpose!,
            AskedBy = person.Id,
            AskedAt = act.At,
            State = HandoverState.Waiting,
            Attempts = 0,
            NotBefore = act.At,
            Version = 1,
        };
        return await desk.ChangeAsync(act, person, IncidentsPermissions.HandOff, command.IncidentId, async (session, i) =>
        {
            var others = await session.QueryAsync(HandoverStatements.OfIncident, new { incidentId = i.Id }, ct);
            if (others.Any(o => o.Destination == row.Destination && o.State == HandoverState.Waiting))
                return new Decision.Refuse($"It is on its way to {destination.Name} already. Nothing was handed over again.");
            await session.ExecuteAsync(HandoverStatements.Insert, row, ct);
            return new Decision.Change(
                i, purpose == Purpose.Transfer ? Moment.TransferOffered : Moment.HandOffAsked,
                new HandoverAsked(i.Id, id, row.Destination, purpose.ToString(), row.Sha256), id, $"{destination.Name}: {act.Purpose}");
        }, ct);
    }
}
