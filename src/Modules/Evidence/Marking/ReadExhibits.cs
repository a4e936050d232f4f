namespace PoliceSocial.Evidence.Marking;

/// <summary>The exhibits of conversations, by whom and number.</summary>
internal sealed class ReadExhibits(Store<EvidenceModule> store)
{
    private static readonly Statement<ExhibitRow> OfConversations = Statement.Of<ExhibitRow>(
        $"SELECT {ExhibitRow.Columns} FROM evidence.Exhibit WHERE ConversationId IN @ids ORDER BY Initials, Number, Id");

    private static readonly Statement<ExhibitRow> OfIncident = Statement.Of<ExhibitRow>(
        $"SELECT {ExhibitRow.Columns} FROM evidence.Exhibit WHERE IncidentId = @incidentId ORDER BY Initials, Number, Id");

    private static readonly Statement<ExhibitRow> Newest = Statement.Paged<ExhibitRow>($"SELECT {ExhibitRow.Columns} FROM evidence.Exhibit WHERE Id < @before ORDER BY Id DESC");

    public Task<IReadOnlyList<ExhibitRow>> OfAsync(IReadOnlyList<long> conversations, CancellationToken ct) =>
        store.QueryAsync(OfConversations, new { ids = conversations }, ct);

    /// <summary>Those of conversations and of an incident itself, as an export names them.</summary>
    public async Task<IReadOnlyList<ExhibitRow>> OfAsync(IReadOnlyList<long> conversations, long? incident, CancellationToken ct)
    {
        var own = incident is { } id ? await store.QueryAsync(OfIncident, new { incidentId = id }, ct) : [];
        return [.. own.Concat(conversations.Count > 0 ? await OfAsync(conversations, ct) : []).OrderBy(e => e.Initials, StringComparer.Ordinal).ThenBy(e => e.Number).ThenBy(e => e.Id)];
    }

    /// <summary>Those that a page of evidence shows.</summary>
    public async Task<IReadOnlyList<ExhibitRow>> OfAsync(Subject subject, CancellationToken ct) => subject switch
    {
        { IncidentId: { } incident } => await OfAsync([], incident, ct),
        { ConversationId: { } conversation } => [.. (await OfAsync([conversation], ct)).Where(e => subject.Kind != SubjectKind.Post || e is { Target: ExhibitTarget.Post } && e.TargetId == subject.Id)],
        _ => [],
    };

    /// <summary>The newest that this person may see.</summary>
    public async Task<IReadOnlyList<ExhibitRow>> NewestAsync(Person person, int take, CancellationToken ct) =>
        [.. (await store.QueryAsync(Newest, new { before = long.MaxValue, take }, ct)).Where(e => person.May(EvidencePermissions.Read, e.ChannelId, e.TeamId))];
}
