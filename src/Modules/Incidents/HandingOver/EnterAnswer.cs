namespace PoliceSocial.Incidents.HandingOver;

/// <summary>A member of staff enters what the other side said by telephone or e-mail: accepted or refused, and their reference.</summary>
internal sealed class EnterAnswer(Store<IncidentsModule> store, HandoverBook book, Destinations destinations, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.enter-answer");

    public async Task<ChangeResult> HandleAsync(Person person, long handoverId, bool? accepted, string? reference, string? reason, CancellationToken ct)
    {
        var handover = await store.FindAsync(HandoverStatements.Load, new { id = handoverId }, ct);
        var incident = handover is null ? null : await store.FindAsync(IncidentStatements.Load, new { id = handover.IncidentId }, ct);
        if (handover is null || incident is null || !person.May(IncidentsPermissions.Read, incident))
            return new ChangeResult.NotFound();
        if (!person.May(IncidentsPermissions.HandOff, incident))
            return new ChangeResult.NotAllowed();
        if (handover.Purpose == Purpose.Answer)
            return new ChangeResult.Refused("That is our own answer. Nothing was changed.");
        if (accepted is null || (accepted == false && string.IsNullOrWhiteSpace(reason)))
            return new ChangeResult.Refused("Choose accepted or refused, and enter why where they refused");
        if (reference?.Length > Answer.LongestReference || reason?.Length > Answer.LongestReason)
            return new ChangeResult.Refused("The reference must be 200 characters or less, the reason 1,000");
        var act = acts.By(person, Kind);
        var answer = new Answer(accepted.Value ? Says.Accepted : Says.Refused, Trimmed(reference), Trimmed(reason));
        var after = await book.ChangeAsync(act, handoverId, h => h.Answered(destinations.NameOf(h.Destination), answer, person.Id, act.At), ct);
        return after is null ? new ChangeResult.Refused("That is what it says already, or it was given up. Nothing was changed.") : new ChangeResult.Done(incident);
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
