namespace PoliceSocial.Incidents.HandingOver;

/// <summary>What a person decides about a hand-over that failed.</summary>
internal enum Settling
{
    Retry = 1,
    GiveUp = 2,
}

/// <summary>A supervisor lets a hand-over that failed be tried again, or gives it up, with the reason.</summary>
internal sealed class SettleHandover(Store<IncidentsModule> store, HandoverBook book, Destinations destinations, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.settle-handover");

    public async Task<ChangeResult> HandleAsync(Person person, long handoverId, Settling how, string? reason, CancellationToken ct)
    {
        var handover = await store.FindAsync(HandoverStatements.Load, new { id = handoverId }, ct);
        var incident = handover is null ? null : await store.FindAsync(IncidentStatements.Load, new { id = handover.IncidentId }, ct);
        if (handover is null || (incident is null && handover.IncidentId != 0) || !person.May(IncidentsPermissions.Read, incident?.ChannelId, incident?.TeamId))
            return new ChangeResult.NotFound();
        if (!person.May(IncidentsPermissions.Settle, incident?.ChannelId, incident?.TeamId))
            return new ChangeResult.NotAllowed();
        if (how == Settling.GiveUp && (string.IsNullOrWhiteSpace(reason) || reason.Length > 1_000))
            return new ChangeResult.Refused("Enter why it is given up, in 1,000 characters or less");
        var act = acts.By(person, Kind, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        var name = destinations.NameOf(handover.Destination);
        var after = await book.ChangeAsync(act, handoverId, h => how == Settling.Retry ? h.Retry(name, act.At) : h.GiveUp(name, act.Purpose!), ct);
        return after is null ? new ChangeResult.Refused("It has moved on meanwhile. Nothing was changed: look at it again.") : new ChangeResult.Done(incident!);
    }
}
