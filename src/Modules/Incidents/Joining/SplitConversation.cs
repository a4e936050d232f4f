namespace PoliceSocial.Incidents.Joining;

/// <summary>A member of staff splits a conversation from an incident again, with the reason; that it was part of it stays on record.</summary>
internal sealed class SplitConversation(IncidentDesk desk, ServiceProfile profile, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.split-conversation");

    private static readonly Statement Split = Statement.Of(
        """
        UPDATE incidents.JoinedConversation SET SplitAt = @at, SplitBy = @by, SplitReason = @reason
        WHERE IncidentId = @incidentId AND ConversationId = @conversationId AND SplitAt IS NULL
        """);

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, long conversationId, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Task.FromResult<ChangeResult>(new ChangeResult.Refused("Enter why it does not belong here"));
        var act = acts.By(person, Kind, reason.Trim());
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, async (session, i) =>
        {
            if (i.State == IncidentState.Closed)
                return new Decision.Refuse("It is closed. Open it again to split a conversation.");
            var all = await session.QueryAsync(JoinedConversations.OfIncident, new { incidentId }, ct);
            if (all.FirstOrDefault(j => j.ConversationId == conversationId && j.SplitAt is null) is not { } joined)
                return new Decision.Refuse("That conversation is not part of it any more. Nothing was changed.");
            await session.ExecuteAsync(Split, new { at = act.At, by = person.Id, reason = act.Purpose, incidentId, conversationId }, ct);
            return new Decision.Change(
                Clocks.Of(i, all.Where(j => j != joined), profile), Moment.Split, new ConversationSplit(i.Id, conversationId, joined.ContactId), conversationId, act.Purpose);
        }, ct);
    }
}
