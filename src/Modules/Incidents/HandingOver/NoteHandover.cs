namespace PoliceSocial.Incidents.HandingOver;

/// <summary>A member of staff takes note of the alarm about a hand-over; the alarm ends, in their name, and the hand-over stays as it is.</summary>
internal sealed class NoteHandover(Store<IncidentsModule> store, HandoverBook book, Destinations destinations, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.note-handover");

    public async Task<ChangeResult> HandleAsync(Person person, long handoverId, CancellationToken ct)
    {
        var handover = await store.FindAsync(HandoverStatements.Load, new { id = handoverId }, ct);
        var incident = handover is null ? null : await store.FindAsync(IncidentStatements.Load, new { id = handover.IncidentId }, ct);
        if (handover is null || (incident is null && handover.IncidentId != 0) || !person.May(IncidentsPermissions.Read, incident?.ChannelId, incident?.TeamId))
            return new ChangeResult.NotFound();
        if (!person.May(IncidentsPermissions.HandOff, incident?.ChannelId, incident?.TeamId))
            return new ChangeResult.NotAllowed();
        var act = acts.By(person, Kind);
        await book.ChangeAsync(act, handoverId, h => h.Note(destinations.NameOf(h.Destination), person.Id, act.At), ct);
        return new ChangeResult.Done(incident!);
    }
}
