using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Joining;
using PoliceSocial.Incidents.Offered;
using PoliceSocial.Incidents.Pinning;
using PoliceSocial.Incidents.Recording;
using PoliceSocial.Incidents.Tasking;

namespace PoliceSocial.Incidents.Reading;

/// <summary>Shows a member of staff one incident, with what was said in its conversations as far as they may see those, and records that they were shown it.</summary>
internal sealed class ReadIncident(Store<IncidentsModule> store, RecordViews views, IConversations conversations, IPeople people)
{
    private const int Most = 500;

    /// <summary>The incident alone, for a form's heading; null where there is none that the person may see.</summary>
    public async Task<IncidentRow?> RowAsync(Person person, long id, CancellationToken ct) =>
        await store.FindAsync(IncidentStatements.Load, new { id }, ct) is { } row && person.May(IncidentsPermissions.Read, row) ? row : null;

    /// <summary>The whole of it; null where there is none that the person may see.</summary>
    public async Task<IncidentView?> HandleAsync(Person person, long id, CancellationToken ct)
    {
        if (await RowAsync(person, id, ct) is not { } incident)
            return null;
        var args = new { incidentId = id };
        var joined = await store.QueryAsync(JoinedConversations.OfIncident, args, ct);
        var parts = joined.Where(j => j.SplitAt is null).Select(j => j.ConversationId).ToList();
        var facts = await conversations.FindAsync(person, [.. joined.Select(j => j.ConversationId)], ct);
        await views.OfOneAsync(person, incident, parts, ct);
        var said = parts.Count == 0 ? [] : await conversations.MessagesAsync(person, parts, ct);
        var entries = await store.QueryAsync(IncidentLog.Latest, new { id, take = Most }, ct);
        var view = new IncidentView(
            incident, await store.QueryAsync(CorrectIncident.QualifiersOf, args, ct), joined, facts,
            await store.QueryAsync(AssessmentStatements.OfIncident, args, ct), await store.QueryAsync(DecisionRow.OfIncident, args, ct),
            await store.QueryAsync(NoteRow.OfIncident, args, ct), await store.QueryAsync(PartyRow.OfIncident, args, ct),
            await store.QueryAsync(PartyLinkRow.OfIncident, args, ct), await store.QueryAsync(TaskStatements.OfIncident, args, ct),
            await store.QueryAsync(HandoverStatements.OfIncident, args, ct), await store.FindAsync(OfferStatements.OfIncident, args, ct),
            await store.FindAsync(PinRow.Latest, new { incidentId = id, take = 1 }, ct), Story(said, facts, entries), entries.Count == Most, new Dictionary<long, string>());
        return view with { Names = await people.NamesAsync(PeopleIn(view), ct) };
    }

    private static List<Happening> Story(IReadOnlyList<SaidMessage> said, IReadOnlyList<ConversationFacts> facts, IReadOnlyList<EntryRow> entries)
    {
        var byId = facts.ToDictionary(f => f.Id);
        return
        [
            .. said.Where(m => byId.ContainsKey(m.ConversationId)).Select(m => (Happening)new Happening.Said(m, byId[m.ConversationId]))
                .Concat(entries.Select(e => new Happening.Done(e)))
                .OrderBy(h => h.At).ThenBy(h => h.Id),
        ];
    }

    private static IEnumerable<long> PeopleIn(IncidentView view)
    {
        var i = view.Incident;
        long?[] of = [view.Pin?.PinnedBy, i.RecordedBy, i.OwnerId, i.RecordingBy, i.ClosedBy];
        return of.OfType<long>()
            .Concat(view.Tasks.SelectMany(t => new[] { t.OwnerId, t.CreatedBy }))
            .Concat(view.Assessments.Select(a => a.AuthorId)).Concat(view.Decisions.Select(d => d.AuthorId)).Concat(view.Notes.Select(n => n.AuthorId))
            .Concat(view.Story.SelectMany(h => h switch
            {
                Happening.Done { Entry: var e } => new[] { e.ActorKind == ActorKind.Person ? e.ActorId : 0, e.OtherId ?? 0 },
                Happening.Said { Message.AuthorId: { } author } => [author],
                _ => [],
            })).Where(id => id > 0).Distinct();
    }
}
