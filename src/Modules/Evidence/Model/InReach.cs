using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Contracts.Publishing;

namespace PoliceSocial.Evidence.Model;

/// <summary>What a person may do something with; what they may not see answers as if it did not exist.</summary>
internal sealed class InReach(ICapturedMaterial material, IIncidentMaterial incidents, IPublishedMaterial published)
{
    /// <summary>Those conversations; null where even one does not exist for this person.</summary>
    public async Task<IReadOnlyList<MaterialScope>?> OfAsync(Person person, string permission, IReadOnlyList<long> conversations, CancellationToken ct)
    {
        if (conversations.Count == 0)
            return null;
        var found = await material.FindAsync(conversations, ct);
        return found.Count == conversations.Count && found.All(c => person.Grants.Allows(permission, c.ChannelId, c.TeamId)) ? found : null;
    }

    /// <summary>That incident; null where there is none for this person.</summary>
    public async Task<IncidentScope?> IncidentAsync(Person person, string permission, long incidentId, CancellationToken ct) =>
        await incidents.FindAsync([incidentId], ct) is [var found] && person.May(permission, found.ChannelId, found.TeamId) ? found : null;

    /// <summary>The incident of that number; null where there is none for this person.</summary>
    public async Task<IncidentScope?> IncidentAsync(Person person, string permission, string number, CancellationToken ct) =>
        await incidents.FindByNumberAsync(number, ct) is { } found && person.May(permission, found.ChannelId, found.TeamId) ? found : null;

    /// <summary>A subject of exhibits and holds; null where there is none for this person.</summary>
    public async Task<Subject?> SubjectAsync(Person person, string permission, SubjectKind kind, long id, CancellationToken ct)
    {
        switch (kind)
        {
            case SubjectKind.Incident:
                return await IncidentAsync(person, permission, id, ct) is { } incident ? new(kind, id, $"incident {incident.Number}", null, id, incident.ChannelId, incident.TeamId) : null;
            case SubjectKind.Post when await published.FindAsync([id], ct) is [var post]:
                var team = post.ConversationId is { } conversation ? (await material.FindAsync([conversation], ct)).SingleOrDefault()?.TeamId : null;
                return person.May(permission, post.ChannelId, team)
                    ? new(kind, id, FormattableString.Invariant($"post {id}"), post.ConversationId, null, post.ChannelId, team)
                    : null;
            case SubjectKind.Conversation when await OfAsync(person, permission, [id], ct) is [var scope]:
                return new(kind, id, FormattableString.Invariant($"conversation {id}"), id, null, scope.ChannelId, scope.TeamId);
            default:
                return null;
        }
    }
}
