using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Evidence.Making;

namespace PoliceSocial.Evidence.Exporting;

/// <summary>A line that an export would hold, as an officer sees it who chooses what must not be in it.</summary>
/// <param name="Kind">What removing it removes.</param>
/// <param name="Id">Which.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who wrote it.</param>
/// <param name="Text">What it says.</param>
/// <param name="ContactId">The member of the public who wrote it, or null.</param>
/// <param name="Attachments">Its attachments.</param>
internal sealed record RedactableLine(RedactionKind Kind, long Id, DateTimeOffset At, string Who, string Text, long? ContactId, IReadOnlyList<long> Attachments);

/// <summary>Shows an officer the beginning of what an export would hold, to choose what must not be in it; the look is on record.</summary>
internal sealed class ReadMaterial(Store<EvidenceModule> store, InReach reach, ICapturedMaterial material, IIncidentMaterial incidents, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.view-material");
    public const int Most = 300;

    /// <summary>An incident's own record, then the first lines of the conversations; null where one of them does not exist for this person.</summary>
    public async Task<IReadOnlyList<RedactableLine>?> HandleAsync(Person person, IReadOnlyList<long> conversations, string? incidentNumber, CancellationToken ct)
    {
        var incident = string.IsNullOrWhiteSpace(incidentNumber) ? null : await reach.IncidentAsync(person, EvidencePermissions.Export, incidentNumber, ct);
        var all = conversations.Concat(incident?.Conversations ?? []).Distinct().ToList();
        if ((incident is null && (all.Count == 0 || !string.IsNullOrWhiteSpace(incidentNumber))) || (all.Count > 0 && await reach.OfAsync(person, EvidencePermissions.Export, all, ct) is null))
            return null;
        var lines = new List<RedactableLine>();
        if (incident is not null && await incidents.ReadAsync(incident.Id, ct) is { } contents)
            lines.AddRange(IncidentRecords.Of(contents).Where(r => r.Kind != IncidentRecords.View).OrderBy(r => r.Id).Select(r => new RedactableLine(RedactionKind.Record, r.Id, r.At, r.Kind, r.Words, null, [])));
        if (all.Count > 0)
            await AddAsync(lines, all, ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new MaterialViewed(all, lines.Count, incident?.Id));
        await session.CommitAsync(ct);
        return lines;
    }

    private async Task AddAsync(List<RedactableLine> lines, List<long> conversations, CancellationToken ct)
    {
        var most = lines.Count + Most;
        await foreach (var line in material.LinesAsync(conversations, ct))
        {
            if (line.Kind is MaterialKind.Message or MaterialKind.Reply or MaterialKind.Note)
                lines.Add(new(RedactionKind.Message, line.Id, line.At, line.Handle, line.Text, line.ContactId, [.. line.Attachments.Select(a => a.Id)]));
            if (lines.Count == most)
                return;
        }
    }
}
