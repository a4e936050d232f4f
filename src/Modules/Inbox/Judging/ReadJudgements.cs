using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Judging;

/// <summary>Shows staff what triage says about conversations that they are shown anyway; and tells Incidents what it suggests.</summary>
internal sealed class ReadJudgements(Store<InboxModule> store) : IGradeSuggestions
{
    /// <summary>The judgements of a conversation's messages, oldest first.</summary>
    public Task<IReadOnlyList<JudgementRow>> OfConversationAsync(long conversationId, CancellationToken ct) =>
        store.QueryAsync(JudgementStatements.OfConversations, new { ids = new[] { conversationId } }, ct);

    /// <summary>Of each conversation the judgement that counts most among those that nobody has decided about: the most urgent, then the newest.</summary>
    public async Task<IReadOnlyDictionary<long, JudgementRow>> MostUrgentAsync(IReadOnlyCollection<long> conversations, CancellationToken ct)
    {
        if (conversations.Count == 0)
            return new Dictionary<long, JudgementRow>();
        var rows = await store.QueryAsync(JudgementStatements.OfConversations, new { ids = conversations }, ct);
        return rows.Where(r => r.DecidedAt is null).GroupBy(r => r.ConversationId).ToDictionary(g => g.Key, MostUrgent);
    }

    public async Task<GradeSuggestion?> OfConversationAsync(IAsker asker, long conversationId, CancellationToken ct)
    {
        var conversation = await store.FindAsync(ConversationStatements.Load, new { id = conversationId }, ct);
        if (conversation is null || !asker.AsPerson().Grants.Allows(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId))
            return null;
        var open = (await OfConversationAsync(conversationId, ct)).Where(r => r is { DecidedAt: null, Grade: not null }).ToList();
        if (open.Count == 0)
            return null;
        var row = MostUrgent(open);
        return new(row.Grade!, row.Likelihood, [.. row.Because().For().Distinct(StringComparer.Ordinal)], row.Model);
    }

    private static JudgementRow MostUrgent(IEnumerable<JudgementRow> rows) => rows.MaxBy(r => (r.Urgency, r.MessageId))!;
}
