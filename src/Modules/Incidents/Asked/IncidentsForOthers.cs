using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Joining;
using PoliceSocial.Incidents.Reading;
using PoliceSocial.Incidents.Recording;
using PoliceSocial.Incidents.Tasking;

namespace PoliceSocial.Incidents.Asked;

/// <summary>Answers other modules about incidents.</summary>
internal sealed class IncidentsForOthers(Store<IncidentsModule> store, ServiceProfile profile, IPeople people) : IIncidents
{
    private const int Most = 100_000;

    private static readonly Statement<long> Live = Statement.Of<long>(
        """
        SELECT DISTINCT j.ConversationId
        FROM incidents.JoinedConversation AS j JOIN incidents.Incident AS i ON i.Id = j.IncidentId
        WHERE j.ConversationId IN @conversationIds AND j.SplitAt IS NULL AND i.State = @open
        """);

    public async Task<IncidentSummary?> FindAsync(IAsker asker, long incidentId, CancellationToken ct) =>
        Seen(asker, await store.FindAsync(IncidentStatements.Load, new { id = incidentId }, ct)) is { } row ? SummaryOf(row) : null;

    public async Task<IncidentSummary?> FindByNumberAsync(IAsker asker, string number, CancellationToken ct) =>
        Seen(asker, await store.FindAsync(IncidentStatements.LoadByNumber, new { number = number.Trim() }, ct)) is { } row ? SummaryOf(row) : null;

    public async Task<IncidentContents?> ContentsAsync(IAsker asker, long incidentId, CancellationToken ct)
    {
        return Seen(asker, await store.FindAsync(IncidentStatements.Load, new { id = incidentId }, ct)) is { } row ? await ContentsOfAsync(row, ct) : null;
    }

    /// <summary>All of an incident that somebody may see: who asks has found that out.</summary>
    public async Task<IncidentContents> ContentsOfAsync(IncidentRow row, CancellationToken ct)
    {
        var incidentId = row.Id;
        var args = new { incidentId };
        var entries = await store.QueryAsync(IncidentLog.Latest, new { id = incidentId, take = Most }, ct);
        var names = await people.NamesAsync(entries.Select(e => e.OtherId).OfType<long>().Distinct(), ct);
        return new(
            SummaryOf(row),
            [.. (await store.QueryAsync(CorrectIncident.QualifiersOf, args, ct)).Select(c => ServiceProfile.NameIn(profile.Qualifiers, c))],
            [.. (await store.QueryAsync(JoinedConversations.OfIncident, args, ct)).Select(j => new IncidentConversation(j.ConversationId, j.JoinedAt, j.SplitAt))],
            [.. (await store.QueryAsync(PartyRow.OfIncident, args, ct)).Select(p => new IncidentParty(
                p.Id, p.Kind.ToString(), p.Label, p.Detail, p.ContactId, [.. p.RoleNames(profile)], [.. p.MarkerNames(profile)], p.RemovedAt, p.AddedBy, p.AddedAt))],
            await RecordsAsync(incidentId, ct),
            [.. (await store.QueryAsync(TaskStatements.OfIncident, args, ct)).OrderBy(t => t.Id).Select(t => new IncidentTask(
                t.Id, ServiceProfile.NameIn(profile.TaskKinds, t.Kind), t.Title, t.OwnerId, t.DueAt, t.State.ToString(), t.EndedAt, t.Outcome, t.CreatedBy, t.CreatedAt))],
            [.. entries.OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new IncidentMoment(
                e.Id, e.At, e.ActorKind == ActorKind.Person ? e.ActorId : null,
                Told.Of(e, profile, id => id is { } known ? names.GetValueOrDefault(known, "a former colleague") : "nobody"), e.Kind == Moment.Viewed))],
            [.. (await store.QueryAsync(HandoverStatements.OfIncident, args, ct)).OrderBy(h => h.Id).Select(h => new IncidentHandover(
                h.Id, h.Destination, h.Purpose.ToString(), h.Reason, h.AskedBy, h.AskedAt, h.State.ToString(), h.DeliveredAt, h.Reference, h.Document, h.Sha256))]);
    }

    public async Task<IReadOnlySet<long>> LiveAmongAsync(IReadOnlyCollection<long> conversationIds, CancellationToken ct)
    {
        var live = new HashSet<long>();
        foreach (var chunk in conversationIds.Distinct().Chunk(500))
            live.UnionWith(await store.QueryAsync(Live, new { conversationIds = chunk, open = IncidentState.Open }, ct));
        return live;
    }

    private static IncidentRow? Seen(IAsker asker, IncidentRow? row) =>
        row is not null && asker.AsPerson().May(IncidentsPermissions.Read, row) ? row : null;

    private async Task<IReadOnlyList<IncidentRecord>> RecordsAsync(long incidentId, CancellationToken ct)
    {
        var args = new { incidentId };
        var assessments = (await store.QueryAsync(AssessmentStatements.OfIncident, args, ct)).Select(a => new IncidentRecord(
            a.Id, "Assessment", a.AuthorId, a.At, [.. Answers.Told(profile.Assessment.Headings, a.Answers), new("What follows", a.Rationale)]));
        var decisions = (await store.QueryAsync(DecisionRow.OfIncident, args, ct)).Select(d => new IncidentRecord(
            d.Id, "Decision", d.AuthorId, d.At, [new("Decided", d.Decided), .. Answers.Told(profile.Decisions.Elements, d.Elements)]));
        var notes = (await store.QueryAsync(NoteRow.OfIncident, args, ct)).Select(n => new IncidentRecord(n.Id, n.Kind.ToString(), n.AuthorId, n.At, [new(n.Kind.ToString(), n.Text)]));
        return [.. assessments.Concat(decisions).Concat(notes).OrderBy(r => r.At).ThenBy(r => r.Id)];
    }

    private IncidentSummary SummaryOf(IncidentRow i) => new(
        i.Id, i.Number, i.Rehearsal, i.State == IncidentState.Closed, profile.CategoryName(i.OpeningCategory),
        i.ClosingCategory is { } closing ? profile.CategoryName(closing) : null, profile.GradeOf(i.GradeCode)?.Name ?? i.GradeCode, i.Summary, i.Location,
        i.FirstContactAt, i.RecordedAt);
}
