using PoliceSocial.Contracts.Incidents;

namespace PoliceSocial.Evidence.Holding;

/// <summary>Answers those who would dispose of something: what a part of which is on hold is kept whole, and so is all that an incident on hold consists of.</summary>
internal sealed class Held(Store<EvidenceModule> store, IIncidentMaterial material) : IHolds
{
    private const int AtOnce = 500;

    private static readonly Statement<long> OfConversations = Statement.Of<long>(
        "SELECT DISTINCT ConversationId FROM evidence.Hold WHERE ReleasedAt IS NULL AND ConversationId IN @ids");

    private static readonly Statement<long> Incidents = Statement.Of<long>(
        "SELECT DISTINCT IncidentId FROM evidence.Hold WHERE ReleasedAt IS NULL AND IncidentId IS NOT NULL");

    public async Task<IReadOnlySet<long>> HeldAsync(IReadOnlyList<long> conversations, CancellationToken ct)
    {
        var held = new HashSet<long>();
        foreach (var part in conversations.Chunk(AtOnce))
            held.UnionWith(await store.QueryAsync(OfConversations, new { ids = part }, ct));
        foreach (var incident in await material.FindAsync(await store.QueryAsync(Incidents, null, ct), ct))
            held.UnionWith(incident.Conversations.Intersect(conversations));
        return held;
    }

    public async Task<IReadOnlySet<long>> HeldIncidentsAsync(IReadOnlyList<long> incidents, CancellationToken ct) =>
        (await store.QueryAsync(Incidents, null, ct)).Intersect(incidents).ToHashSet();
}
