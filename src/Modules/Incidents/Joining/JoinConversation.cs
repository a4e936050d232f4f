namespace PoliceSocial.Incidents.Joining;

/// <summary>A member of staff joins a further conversation, of any network, to an incident. Where it is the earliest, the clocks count from it.</summary>
internal sealed class JoinConversation(IncidentDesk desk, JoinedConversations joined, IConversations conversations, ServiceProfile profile, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.join-conversation");

    public async Task<ChangeResult> HandleAsync(Person person, long incidentId, long conversationId, string? reason, CancellationToken ct)
    {
        if ((await conversations.FindAsync(person, [conversationId], ct)).SingleOrDefault() is not { } conversation)
            return new ChangeResult.Refused("There is no such conversation that you may see. Nothing was changed.");
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        return await desk.ChangeAsync(acts.By(person, Kind, why), person, IncidentsPermissions.Record, incidentId, async (session, i) =>
        {
            if (i.State == IncidentState.Closed)
                return new Decision.Refuse("It is closed. Open it again to join a conversation.");
            if (i.Rehearsal != conversation.Rehearsal)
                return new Decision.Refuse("An exercise and the real thing are never joined. Nothing was changed.");
            if (!await joined.AddAsync(session, i.Id, conversation, why, ct))
                return new Decision.Nothing();
            return new Decision.Silent(Clocks.Of(i, await session.QueryAsync(JoinedConversations.OfIncident, new { incidentId }, ct), profile));
        }, ct);
    }
}
