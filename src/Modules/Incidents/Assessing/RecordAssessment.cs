namespace PoliceSocial.Incidents.Assessing;

/// <summary>Asks that an assessment be recorded.</summary>
/// <param name="Answers">What was answered, by heading.</param>
/// <param name="Rationale">What follows from it.</param>
internal sealed record AssessmentCommand(IReadOnlyDictionary<string, string?> Answers, string? Rationale)
{
    /// <summary>What is missing, each with its field.</summary>
    public IEnumerable<(string Field, string Words)> Problems(ServiceProfile profile)
    {
        foreach (var (code, words) in Assessing.Answers.Problems(profile.Assessment.Headings, Answers))
            yield return (code, words);
        if (string.IsNullOrWhiteSpace(Rationale))
            yield return (nameof(Rationale), "Enter what follows from the assessment");
        else if (Rationale.Length > 4_000)
            yield return (nameof(Rationale), "What follows must be 4,000 characters or less");
    }
}

/// <summary>A member of staff assesses an incident. Earlier assessments stay beside it, each with its author and time.</summary>
internal sealed class RecordAssessment(IncidentDesk desk, ServiceProfile profile, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.assess");

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, AssessmentCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, async (session, i) =>
        {
            if (i.State == IncidentState.Closed)
                return new Decision.Refuse("It is closed. Open it again to assess it.");
            var before = await session.FindAsync(AssessmentStatements.LatestOfIncident, new { incidentId, take = 1 }, ct);
            var row = RowOf(ids.New(), profile, command, act, (before?.Number ?? 0) + 1) with { IncidentId = i.Id };
            await session.ExecuteAsync(AssessmentStatements.Insert, row, ct);
            return new Decision.Change(i, Moment.Assessed, new AssessmentRecorded(row.Id, i.Id, null, row.Number, Assessing.Answers.Sha256(row.Answers)), row.Id);
        }, ct);
    }

    public static AssessmentRow RowOf(long id, ServiceProfile profile, AssessmentCommand command, Act act, int number) => new()
    {
        Id = id,
        Number = number,
        Answers = Answers.Store(Answers.Of(profile.Assessment.Headings, command.Answers)),
        Rationale = command.Rationale!.Trim(),
        AuthorId = act.Actor.Id,
        At = act.At,
    };
}
