using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Asked;

/// <summary>Answers other modules about conversations: facts, and what was said, which is recorded as a view of whoever is shown it.</summary>
internal sealed class ConversationsForOthers(Store<InboxModule> store, IChannels channels, RecordViews views) : IConversations
{
    private const int Most = 1_000;

    private static readonly Statement<FactsRow> Facts = Statement.Of<FactsRow>(
        """
        SELECT c.Id, c.ChannelId, c.TeamId, c.ContactId, k.DisplayName, k.Handle, c.Audience, c.Rehearsal, c.StartedAt, c.FlaggedAt, c.AcknowledgedAt,
            (SELECT MIN(m.NetworkTime) FROM inbox.Message AS m WHERE m.ConversationId = c.Id AND m.ContactId IS NOT NULL) AS FirstContactAt,
            (SELECT MIN(m.ReceivedAt) FROM inbox.Message AS m WHERE m.ConversationId = c.Id AND m.ContactId IS NOT NULL) AS ReceivedAt,
            (SELECT MIN(e.At) FROM inbox.TimelineEntry AS e WHERE e.ConversationId = c.Id AND e.Kind = @viewed) AS SeenAt,
            (SELECT MIN(r.SentAt) FROM inbox.Reply AS r WHERE r.ConversationId = c.Id AND r.State = @sent) AS AnsweredAt
        FROM inbox.Conversation AS c JOIN inbox.Contact AS k ON k.Id = c.ContactId
        WHERE c.Id IN @ids
        ORDER BY c.Id
        """);

    private static readonly Statement<SaidRow> Messages = Statement.Paged<SaidRow>(
        """
        SELECT Id, ConversationId, ContactId, Text, NetworkTime, ReceivedAt, DeletedAt, NetworkId
        FROM inbox.Message WHERE ConversationId IN @ids ORDER BY Id DESC
        """);

    private static readonly Statement<AnsweredRow> Answers = Statement.Of<AnsweredRow>(
        """
        SELECT Id, ConversationId, AuthorId, Text, WrittenAt, SentAt, NetworkId
        FROM inbox.Reply WHERE ConversationId IN @ids AND State IN (@going, @sent, @unknown) ORDER BY Id
        """);

    public async Task<IReadOnlyList<ConversationFacts>> FindAsync(IAsker asker, IReadOnlyCollection<long> conversationIds, CancellationToken ct)
    {
        var person = asker.AsPerson();
        var rows = conversationIds.Count == 0 ? [] : await store.QueryAsync(Facts, new { ids = conversationIds.Distinct().ToList(), viewed = (int)Deed.Viewed, sent = ReplyState.Sent }, ct);
        var found = new List<ConversationFacts>();
        foreach (var row in rows.Where(r => person.Grants.Allows(InboxPermissions.Read, r.ChannelId, r.TeamId)))
            found.Add(Of(row, await channels.FindAsync(row.ChannelId, ct)));
        return found;
    }

    public async Task<IReadOnlyList<SaidMessage>> MessagesAsync(IAsker asker, IReadOnlyCollection<long> conversationIds, CancellationToken ct)
    {
        var person = asker.AsPerson();
        var shown = new List<long>();
        foreach (var conversation in await store.QueryAsync(ConversationStatements.LoadMany, new { ids = conversationIds.Distinct().ToList() }, ct))
        {
            if (!person.Grants.Allows(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId))
                continue;
            var newest = await store.FindAsync(WriteReply.NewestItem, new { conversationId = conversation.Id }, ct) ?? 0;
            await views.OfConversationAsync(person, conversation, newest, ct);
            shown.Add(conversation.Id);
        }

        if (shown.Count == 0)
            return [];
        var answers = await store.QueryAsync(Answers, new { ids = shown, going = ReplyState.Going, sent = ReplyState.Sent, unknown = ReplyState.OutcomeUnknown }, ct);
        var ours = answers.Select(a => a.NetworkId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var messages = await store.QueryAsync(Messages, new { ids = shown, take = Most }, ct);
        return
        [
            .. messages.Where(m => m.ContactId is not null || !ours.Contains(m.NetworkId))
                .Select(m => new SaidMessage(m.Id, m.ConversationId, null, m.ContactId is null, m.Text, m.NetworkTime, m.ReceivedAt, m.DeletedAt))
                .Concat(answers.Select(a => new SaidMessage(a.Id, a.ConversationId, a.AuthorId, true, a.Text, a.SentAt ?? a.WrittenAt, a.WrittenAt, null)))
                .OrderBy(m => m.ReceivedAt).ThenBy(m => m.Id),
        ];
    }

    private static ConversationFacts Of(FactsRow row, ChannelSummary? channel) => new(
        row.Id, row.ChannelId, row.TeamId, row.ContactId, Said.Name(row.DisplayName, row.Handle), row.Handle, channel?.Network ?? "a removed channel",
        channel?.Name ?? "a removed channel", row.Audience == Audience.Private, row.Rehearsal, row.FirstContactAt ?? row.StartedAt,
        row.ReceivedAt ?? row.StartedAt, row.SeenAt, row.FlaggedAt, row.AcknowledgedAt, row.AnsweredAt);
}
