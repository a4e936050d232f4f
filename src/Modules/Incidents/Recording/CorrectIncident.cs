using FluentValidation;

namespace PoliceSocial.Incidents.Recording;

/// <summary>Asks that what an incident is about, where it is, or how it is called be put right.</summary>
internal sealed record CorrectCommand(
    long IncidentId, string? Summary, string? Location, bool ThirdParty, string Category, IReadOnlyList<string> Qualifiers, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class CorrectValidator : AbstractValidator<CorrectCommand>
{
    public CorrectValidator(ServiceProfile profile)
    {
        RuleFor(c => c.Summary).NotEmpty().WithMessage("Enter what has happened").MaximumLength(4_000).WithMessage("What has happened must be 4,000 characters or less");
        RuleFor(c => c.Location).MaximumLength(500).WithMessage("The place must be 500 characters or less");
        RuleFor(c => c.Category).Must(code => profile.Categories.Any(t => t.Code == code)).WithMessage("Choose an opening category");
        RuleForEach(c => c.Qualifiers).Must(code => profile.Qualifiers.Any(t => t.Code == code)).WithMessage("Choose qualifiers from the list");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter why it is put right").MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>A member of staff puts right what an incident says, with the reason. What it said before stays in its timeline.</summary>
internal sealed class CorrectIncident(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.correct");

    public static readonly Statement<string> QualifiersOf = Statement.Of<string>(
        "SELECT Code FROM incidents.IncidentQualifier WHERE IncidentId = @incidentId ORDER BY Code");

    private static readonly Statement RemoveQualifiers = Statement.Of("DELETE FROM incidents.IncidentQualifier WHERE IncidentId = @incidentId");

    private static readonly Statement InsertQualifier = Statement.Of(
        "INSERT INTO incidents.IncidentQualifier (IncidentId, Code) VALUES (@incidentId, @code)");

    public Task<ChangeResult> HandleAsync(Person person, CorrectCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind, command.Reason!.Trim());
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, command.IncidentId, async (session, i) =>
        {
            var before = await session.QueryAsync(QualifiersOf, new { incidentId = i.Id }, ct);
            var wanted = command.Qualifiers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var after = i with
            {
                Summary = command.Summary!.Trim(),
                Location = command.Location?.Trim() ?? "",
                ThirdParty = command.ThirdParty,
                OpeningCategory = command.Category,
            };
            var changes = Changes(i, after).ToList();
            if (!wanted.SequenceEqual(before.Order(StringComparer.Ordinal)))
            {
                changes.Add(("Qualifiers", string.Join(", ", before)));
                await session.ExecuteAsync(RemoveQualifiers, new { incidentId = i.Id }, ct);
                foreach (var code in wanted)
                    await session.ExecuteAsync(InsertQualifier, new { incidentId = i.Id, code }, ct);
            }

            return changes.Count == 0
                ? new Decision.Nothing()
                : new Decision.Change(
                    after, Moment.Corrected, new IncidentCorrected(i.Id, [.. changes.Select(c => c.What)]), null,
                    $"{act.Purpose}. Before: {string.Join("; ", changes.Select(c => $"{c.What} “{c.Was}”"))}");
        }, ct);
    }

    private static IEnumerable<(string What, string Was)> Changes(IncidentRow before, IncidentRow after)
    {
        if (before.Summary != after.Summary)
            yield return ("Summary", before.Summary);
        if (before.Location != after.Location)
            yield return ("Location", before.Location);
        if (before.OpeningCategory != after.OpeningCategory)
            yield return ("OpeningCategory", before.OpeningCategory);
        if (before.ThirdParty != after.ThirdParty)
            yield return ("ThirdParty", before.ThirdParty ? "yes" : "no");
    }
}
