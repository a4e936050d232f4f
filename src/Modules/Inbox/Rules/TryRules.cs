using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Rules;

/// <summary>A stored message that a tried rule would flag.</summary>
internal sealed record TriedHit(long ConversationId, long MessageId, string Text, IReadOnlyList<Finding> Findings);

/// <summary>What came of trying a rule.</summary>
internal sealed record TriedRules(int Messages, IReadOnlyList<TriedHit> Hits, int AllHits);

/// <summary>
/// The test bench: runs a rule as it stands in the form over the newest stored messages. Whoever may read messages sees which of
/// theirs it would flag; whoever may only change rules sees how many of all, and none of them.
/// </summary>
internal sealed class TryRules(Store<InboxModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.try-risk-rule");
    private const int Newest = 20_000;
    private const int Shown = 50;

    private static readonly Statement<StoredRow> Stored = Statement.Paged<StoredRow>(
        """
        SELECT m.Id, m.ConversationId, m.Text, c.Audience, c.PostFromChannel
        FROM inbox.Message AS m JOIN inbox.Conversation AS c ON c.Id = m.ConversationId
        WHERE m.ContactId IS NOT NULL AND (@everywhere = 1 OR c.ChannelId IN @channels OR c.TeamId IN @teams)
        ORDER BY m.Id DESC
        """);

    public async Task<TriedRules> HandleAsync(Person person, RuleDefinition definition, CancellationToken ct)
    {
        var rules = new RuleSet([(0, 0, "This rule", definition)]);
        var reads = person.Grants.Allows(InboxPermissions.Read);
        var reach = person.Grants.Where(InboxPermissions.Read);
        var rows = await store.QueryAsync(
            Stored, new { everywhere = reach.Everywhere || !reads ? 1 : 0, channels = reach.Channels, teams = reach.Teams, take = Newest }, ct);
        var hits = rows.Select(r => new TriedHit(
                r.ConversationId, r.Id, r.Text, rules.Judge(new(r.Text, r.Audience == (int)Model.Audience.Private, r.PostFromChannel))))
            .Where(h => h.Findings.Count > 0).ToList();
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new RiskRulesTried(rows.Count, hits.Count));
        await session.CommitAsync(ct);
        return new(rows.Count, reads ? [.. hits.Take(Shown)] : [], hits.Count);
    }

    private sealed record StoredRow
    {
        public required long Id { get; init; }

        public required long ConversationId { get; init; }

        public required string Text { get; init; }

        public required int Audience { get; init; }

        public required bool PostFromChannel { get; init; }
    }
}
