namespace PoliceSocial.Incidents.Assessing;

/// <summary>
/// A member of staff assesses a conversation that becomes no incident: what was flagged as a risk is resolved only when somebody has
/// said in their own name why nothing more is to be done.
/// </summary>
internal sealed class AssessConversation(Store<IncidentsModule> store, IConversations conversations, ServiceProfile profile, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.assess-conversation");

    /// <summary>Records it; false where there is no such conversation that the person may work on.</summary>
    public async Task<bool> HandleAsync(Person person, long conversationId, AssessmentCommand command, CancellationToken ct)
    {
        if ((await conversations.FindAsync(person, [conversationId], ct)).SingleOrDefault() is not { } conversation
            || !person.May(IncidentsPermissions.Record, conversation.ChannelId, conversation.TeamId))
        {
            return false;
        }

        var act = acts.By(person, Kind);
        await using var session = await store.BeginAsync(act, ct);
        var before = await session.FindAsync(AssessmentStatements.LatestOfConversation, new { conversationId, take = 1 }, ct);
        var row = RecordAssessment.RowOf(ids.New(), profile, command, act, (before?.Number ?? 0) + 1) with { ConversationId = conversationId };
        await session.ExecuteAsync(AssessmentStatements.Insert, row, ct);
        session.Raise(new AssessmentRecorded(row.Id, null, conversationId, row.Number, Answers.Sha256(row.Answers)));
        await session.CommitAsync(ct);
        return true;
    }
}
