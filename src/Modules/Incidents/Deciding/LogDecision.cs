using PoliceSocial.Incidents.Assessing;

namespace PoliceSocial.Incidents.Deciding;

/// <summary>Asks that a decision be logged.</summary>
/// <param name="Decided">What was decided.</param>
/// <param name="Elements">Its grounds, by element of the service's model.</param>
internal sealed record DecisionCommand(string? Decided, IReadOnlyDictionary<string, string?> Elements)
{
    /// <summary>What is missing, each with its field.</summary>
    public IEnumerable<(string Field, string Words)> Problems(ServiceProfile profile)
    {
        if (string.IsNullOrWhiteSpace(Decided))
            yield return (nameof(Decided), "Enter what was decided");
        else if (Decided.Length > 2_000)
            yield return (nameof(Decided), "What was decided must be 2,000 characters or less");
        foreach (var problem in Answers.Problems(profile.Decisions.Elements, Elements))
            yield return problem;
    }
}

/// <summary>A member of staff logs a decision with its grounds, in the elements of the service's decision model.</summary>
internal sealed class LogDecision(IncidentDesk desk, ServiceProfile profile, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.log-decision");

    private static readonly Statement Insert = Statement.Of(
        "INSERT INTO incidents.Decision (Id, IncidentId, Decided, Elements, AuthorId, At) VALUES (@id, @incidentId, @decided, @elements, @authorId, @at)");

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, DecisionCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        var elements = Answers.Store(Answers.Of(profile.Decisions.Elements, command.Elements));
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, async (session, i) =>
        {
            var id = ids.New();
            await session.ExecuteAsync(Insert, new { id, incidentId = i.Id, decided = command.Decided!.Trim(), elements, authorId = person.Id, at = act.At }, ct);
            return new Decision.Change(i, Moment.Decided, new DecisionLogged(i.Id, id, Answers.Sha256(elements)), id, command.Decided);
        }, ct);
    }
}
