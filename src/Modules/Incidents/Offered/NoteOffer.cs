namespace PoliceSocial.Incidents.Offered;

/// <summary>A member of staff takes note that another force offers an incident; the alarm ends, the offer stays until it is decided.</summary>
internal sealed class NoteOffer(Store<IncidentsModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.note-offer");

    /// <summary>False where there is none of that id that the person may decide about.</summary>
    public async Task<bool> HandleAsync(Person person, long offerId, CancellationToken ct)
    {
        if (!person.Grants.Allows(IncidentsPermissions.Accept))
            return false;
        var act = acts.By(person, Kind);
        await using var session = await store.BeginAsync(act, ct);
        if (await session.FindAsync(OfferStatements.Load, new { id = offerId }, ct) is not { } offer)
            return false;
        if (offer.NotedAt is not null || await session.ExecuteAsync(OfferStatements.Save, offer with { NotedAt = act.At, NotedBy = person.Id }, ct) == 0)
            return true;
        session.Raise(new OfferNoted(offer.Id, offer.Peer));
        await session.CommitAsync(ct);
        return true;
    }
}
