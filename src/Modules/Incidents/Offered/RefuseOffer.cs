using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>What came of a decision about an offer.</summary>
internal abstract record OfferOutcome
{
    private OfferOutcome()
    {
    }

    /// <summary>It is decided; the answer is on its way.</summary>
    public sealed record Done(long? IncidentId, string? Number) : OfferOutcome;

    public sealed record NotFound : OfferOutcome;

    /// <summary>It cannot be done; the sentence says why.</summary>
    public sealed record Refused(string Why) : OfferOutcome;
}

/// <summary>A member of staff does not take over what another force offers, with the reason, which goes back to them.</summary>
internal sealed class RefuseOffer(Store<IncidentsModule> store, AnswerBack back, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.refuse-offer");
    public const string Settled = "Somebody has decided about it meanwhile. Nothing was changed: look at it again.";

    public async Task<OfferOutcome> HandleAsync(Person person, long offerId, string? reason, CancellationToken ct)
    {
        if (!person.Grants.Allows(IncidentsPermissions.Accept))
            return new OfferOutcome.NotFound();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Answer.LongestReason)
            return new OfferOutcome.Refused("Enter why we do not take it, in 1,000 characters or less: they are told");
        var act = acts.By(person, Kind, reason.Trim());
        await using var session = await store.BeginAsync(act, ct);
        if (await session.FindAsync(OfferStatements.Load, new { id = offerId }, ct) is not { State: not OfferState.Unfit } offer)
            return new OfferOutcome.NotFound();
        var after = offer with { State = OfferState.Refused, SettledAt = act.At, SettledBy = person.Id, Reason = act.Purpose };
        if (offer.State != OfferState.Open || await session.ExecuteAsync(OfferStatements.Save, after, ct) == 0)
            return new OfferOutcome.Refused(Settled);
        await back.PutAsync(session, offer, new(Says.Refused, null, act.Purpose), incidentId: 0, ct);
        session.Raise(new OfferRefused(offer.Id, offer.Peer));
        await session.CommitAsync(ct);
        return new OfferOutcome.Done(null, null);
    }
}
