using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The sizes of all queues at one moment, and how much of the work each person holds.</summary>
internal sealed class QueueSizes(IReadOnlyList<QueueSizes.TallyRow> tallies, IReadOnlyDictionary<long, int> held)
{
    private static readonly Statement<TallyRow> Tallies = Statement.Of<TallyRow>("SELECT ChannelId, TeamId, Queue, N FROM inbox.Tally WHERE N <> 0");

    private static readonly Statement<HeldRow> Held = Statement.Of<HeldRow>(
        "SELECT HolderId, COUNT(*) AS N FROM inbox.Conversation WHERE HolderId IS NOT NULL AND Stage = 1 GROUP BY HolderId");

    public static async Task<QueueSizes> ReadAsync(IRead store, CancellationToken ct) =>
        new(await store.QueryAsync(Tallies, null, ct), (await store.QueryAsync(Held, null, ct)).ToDictionary(h => h.HolderId, h => h.N));

    /// <summary>How much there is in a queue, as far as somebody may see it.</summary>
    public int Of(Queue queue, Reach reach) => tallies.Where(t => t.Queue == queue && reach.Covers(t.ChannelId, t.TeamId)).Sum(t => t.N);

    /// <summary>How much of the work a person holds.</summary>
    public int HeldBy(long personId) => held.GetValueOrDefault(personId);

    internal sealed record TallyRow
    {
        public required long ChannelId { get; init; }

        /// <summary>0 where it lies with no team.</summary>
        public required long TeamId { get; init; }

        public required Queue Queue { get; init; }

        public required int N { get; init; }
    }

    private sealed record HeldRow
    {
        public required long HolderId { get; init; }

        public required int N { get; init; }
    }
}
