using PoliceSocial.Incidents.Assessing;

namespace PoliceSocial.Incidents.Asked;

/// <summary>Answers the Inbox: which incidents a conversation is part of, and whether a risk has been assessed.</summary>
internal sealed class ConversationIncidents(Store<IncidentsModule> store, ServiceProfile profile) : IConversationIncidents
{
    private static readonly Statement<LinkedRow> Linked = Statement.Of<LinkedRow>(
        $"""
        SELECT i.Id, i.Number, i.GradeCode, i.State, i.DeployedAt
        FROM incidents.Incident AS i JOIN incidents.JoinedConversation AS j ON j.IncidentId = i.Id
        WHERE j.ConversationId = @conversationId AND j.SplitAt IS NULL AND {Sight.Condition}
        ORDER BY i.Id DESC
        """);

    public string AssessmentName => profile.Assessment.Name;

    public string IncidentName => profile.Words.Incident;

    public bool MayRecord(IAsker asker, long channelId, long? teamId) => asker.AsPerson().May(IncidentsPermissions.Record, channelId, teamId);

    public async Task<IReadOnlyList<LinkedIncident>> OfAsync(IAsker asker, long conversationId, CancellationToken ct)
    {
        var person = asker.AsPerson();
        if (!person.Grants.Allows(IncidentsPermissions.Read))
            return [];
        var (everywhere, channels, teams) = Sight.Of(person);
        var rows = await store.QueryAsync(Linked, new { conversationId, everywhere, channels, teams }, ct);
        return [.. rows.Select(r => new LinkedIncident(
            r.Id, r.Number, profile.GradeOf(r.GradeCode)?.Name ?? r.GradeCode, profile.GradeOf(r.GradeCode)?.Colour ?? "neutral", r.State == IncidentState.Closed, r.DeployedAt))];
    }

    public async Task<string?> WhyNotResolveAsync(long conversationId, DateTimeOffset flaggedAt, CancellationToken ct)
    {
        if (!profile.Assessment.Before.ResolvingFlagged)
            return null;
        var latest = await store.FindAsync(AssessmentStatements.LatestCovering, new { conversationId, take = 1 }, ct);
        return latest is not null && latest.At >= flaggedAt
            ? null
            : $"This conversation is flagged as a risk, and no {profile.Assessment.Name} has been recorded since. It stays open: record one under More acts, or record {ProfileWords.One(profile.Words.Incident)} and assess that.";
    }

    private sealed record LinkedRow
    {
        public required long Id { get; init; }

        public required string Number { get; init; }

        public required string GradeCode { get; init; }

        public required IncidentState State { get; init; }

        public DateTimeOffset? DeployedAt { get; init; }
    }
}
