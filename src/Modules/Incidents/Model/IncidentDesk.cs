namespace PoliceSocial.Incidents.Model;

/// <summary>What came of an attempt to change an incident.</summary>
internal abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    /// <summary>It is done.</summary>
    public sealed record Done(IncidentRow Incident) : ChangeResult;

    /// <summary>There is none by that id that the person may see.</summary>
    public sealed record NotFound : ChangeResult;

    /// <summary>The person may not do it here.</summary>
    public sealed record NotAllowed : ChangeResult;

    /// <summary>It cannot be done now; the sentence says why and what to do.</summary>
    public sealed record Refused(string Why) : ChangeResult;
}

/// <summary>What a use case decides about an incident that it was shown.</summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Change it so, and tell it.</summary>
    /// <param name="After">The incident afterwards.</param>
    /// <param name="Kind">What the timeline says.</param>
    /// <param name="Event">What is told.</param>
    /// <param name="OtherId">What else it concerns.</param>
    /// <param name="Detail">The reason given, or what else a reader wants.</param>
    public sealed record Change(IncidentRow After, Moment Kind, IEvent Event, long? OtherId = null, string? Detail = null) : Decision;

    /// <summary>Change it so; what happened is told and in the timeline already.</summary>
    public sealed record Silent(IncidentRow After) : Decision;

    /// <summary>It is so already; nothing is to be done.</summary>
    public sealed record Nothing : Decision;

    /// <summary>No, because.</summary>
    public sealed record Refuse(string Why) : Decision;
}

/// <summary>
/// Where a use case changes one incident or what belongs to it: load, ask whether the person may, let it decide, save, tell. Two who
/// change the same one at once are put one after the other, and the second decides on what the first left.
/// </summary>
internal sealed class IncidentDesk(Store<IncidentsModule> store, IncidentLog log)
{
    private const int Attempts = 5;
    private static readonly ChangeResult.Refused Crowded = new("Others kept changing this at the same moment. Nothing was changed; try again.");

    /// <param name="act">The act.</param>
    /// <param name="person">Who asks; null for the service itself.</param>
    /// <param name="permission">What they need.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="decide">Decides; may read and write rows of its own in the session.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ChangeResult> ChangeAsync(
        Act act, Person? person, string permission, long incidentId, Func<Session, IncidentRow, Task<Decision>> decide, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var session = await store.BeginAsync(act, ct);
            var before = await session.FindAsync(IncidentStatements.Load, new { id = incidentId }, ct);
            if (before is null || person?.May(IncidentsPermissions.Read, before) == false)
                return new ChangeResult.NotFound();
            if (person?.May(permission, before) == false)
                return new ChangeResult.NotAllowed();
            switch (await decide(session, before))
            {
                case Decision.Refuse refused:
                    return new ChangeResult.Refused(refused.Why);
                case Decision.Nothing:
                    return new ChangeResult.Done(before);
                case Decision.Change change when await session.ExecuteAsync(IncidentStatements.Save, change.After, ct) == 1:
                    await log.AddAsync(session, before.Id, change.Kind, change.OtherId, change.Detail, ct);
                    session.Raise(change.Event);
                    await session.CommitAsync(ct);
                    return new ChangeResult.Done(change.After);
                case Decision.Silent silent when await session.ExecuteAsync(IncidentStatements.Save, silent.After, ct) == 1:
                    await session.CommitAsync(ct);
                    return new ChangeResult.Done(silent.After);
            }
        }

        return Crowded;
    }

    public Task<ChangeResult> ChangeAsync(
        Act act, Person? person, string permission, long incidentId, Func<IncidentRow, Decision> decide, CancellationToken ct) =>
        ChangeAsync(act, person, permission, incidentId, (_, i) => Task.FromResult(decide(i)), ct);
}
