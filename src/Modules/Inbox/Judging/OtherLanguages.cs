using PoliceSocial.Inbox.Reading;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Inbox.Judging;

/// <summary>The queue of what is written in a language that the model does not know, until somebody who reads it has decided.</summary>
internal sealed class OtherLanguages(Store<InboxModule> store, TimeProvider clock) : ICountSource
{
    public const string Count = "inbox.other-language";

    public static readonly Statement<QueueRow> Listed = Statement.Paged<QueueRow>(
        $"""
        SELECT {QueueStatements.Columns} {QueueStatements.From}
        WHERE c.Id IN (SELECT j.ConversationId FROM inbox.Judgement AS j WHERE j.Language IS NOT NULL AND j.DecidedAt IS NULL) AND c.Stage < 3 AND {QueueStatements.Filter}
        """);

    private static readonly Statement<WaitingRow> Waiting = Statement.Of<WaitingRow>(
        """
        SELECT c.ChannelId, c.TeamId, COUNT(*) AS N FROM inbox.Conversation AS c
        WHERE c.Id IN (SELECT j.ConversationId FROM inbox.Judgement AS j WHERE j.Language IS NOT NULL AND j.DecidedAt IS NULL) AND c.Stage < 3
        GROUP BY c.ChannelId, c.TeamId
        """);

    private readonly LastReading<InboxModule, IReadOnlyList<WaitingRow>> _waiting = new(store, clock);

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        if (reach == Reach.Nowhere)
            return new Dictionary<string, int>();
        var rows = await _waiting.GetAsync(token => store.QueryAsync(Waiting, null, token), ct);
        return new Dictionary<string, int>(StringComparer.Ordinal) { [Count] = rows.Where(r => reach.Covers(r.ChannelId, r.TeamId)).Sum(r => r.N) };
    }

    internal sealed record WaitingRow
    {
        public required long ChannelId { get; init; }

        public long? TeamId { get; init; }

        public required int N { get; init; }
    }
}
