namespace PoliceSocial.Incidents.Asked;

/// <summary>Tells those who would dispose of something what belongs to incidents.</summary>
internal sealed class IncidentMembers(Store<IncidentsModule> store) : IIncidentMembers
{
    private const string Kept = "NOT EXISTS (SELECT 1 FROM incidents.Disposal AS d WHERE d.IncidentId = ";

    private static readonly Statement<long> Conversations = Statement.Of<long>(
        "SELECT ConversationId FROM incidents.JoinedConversation WHERE IncidentId = @incidentId AND SplitAt IS NULL ORDER BY ConversationId");

    private static readonly Statement<long> Belonging = Statement.Of<long>(
        $"""
        SELECT DISTINCT j.ConversationId FROM incidents.JoinedConversation AS j
        WHERE j.ConversationId IN @conversations AND j.SplitAt IS NULL AND j.IncidentId <> @otherThan AND {Kept}j.IncidentId)
        """);

    private static readonly Statement<long> Named = Statement.Of<long>(
        $"SELECT DISTINCT p.ContactId FROM incidents.Party AS p WHERE p.ContactId IN @contacts AND {Kept}p.IncidentId)");

    public Task<IReadOnlyList<long>> ConversationsOfAsync(long incidentId, CancellationToken ct) => store.QueryAsync(Conversations, new { incidentId }, ct);

    public async Task<IReadOnlySet<long>> BelongingAsync(IReadOnlyList<long> conversations, long? otherThan, CancellationToken ct)
    {
        var found = new HashSet<long>();
        foreach (var chunk in conversations.Chunk(500))
            found.UnionWith(await store.QueryAsync(Belonging, new { conversations = chunk, otherThan = otherThan ?? 0 }, ct));
        return found;
    }

    public async Task<IReadOnlySet<long>> NamedAsync(IReadOnlyList<long> contacts, CancellationToken ct) =>
        (await store.QueryAsync(Named, new { contacts }, ct)).ToHashSet();
}
