using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Linking;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Collect;

/// <summary>Stores pages in one session: what is new is captured, threaded, flagged and counted; what is known is passed over.</summary>
internal sealed class IntakeBatch(Ids ids, RiskRules rules, Timeline timeline, LinkBook links)
{
    /// <summary>How many items of each page were new, or null where somebody changed a conversation meanwhile: try again.</summary>
    public async Task<int[]?> ApplyAsync(Session session, IReadOnlyList<Taking> together, CancellationToken ct)
    {
        var counts = new int[together.Count];
        var arrivals = together.SelectMany(t => t.Arrivals).ToList();
        var messages = await MessagesAsync(session, arrivals, ct);
        var known = await KnownAsync(session, arrivals, messages, ct);
        var fresh = new List<Arrival>();
        for (var i = 0; i < together.Count; i++)
        {
            foreach (var arrival in together[i].Arrivals.Where(a => known.Add(a.ItemKey)))
            {
                counts[i]++;
                fresh.Add(arrival);
            }
        }

        if (fresh.Count > 0)
        {
            var work = await IntakeWork.LoadAsync(session, fresh, messages, ids, rules.Current, ct);
            foreach (var arrival in fresh)
                work.Take(arrival);
            if (!await work.SaveAsync(session, timeline, ct))
                return null;
            await links.BegunAsync(session, work.BegunPrivately, ct);
            // Each part of a page brings all of the page's exchanges: which part is the first with something new is known only here.
            await session.ExecuteAsync(
                IntakeStatements.InsertExchange,
                together.Where((_, i) => counts[i] > 0).SelectMany(t => t.Exchanges).DistinctBy(e => e.Id).ToList(), ct);
        }

        await MovePositionsAsync(session, together, ct);
        return counts;
    }

    /// <summary>The messages that the arrivals are versions of or answer, as far as there are any yet.</summary>
    private static async Task<Dictionary<RowKey, MessageRow>> MessagesAsync(Session session, List<Arrival> arrivals, CancellationToken ct)
    {
        var keys = arrivals.Select(a => a.MessageKey).Concat(arrivals.Where(a => a.ParentKey is not null).Select(a => a.ParentKey!.Value))
            .Distinct().Select(k => k.ToBytes()).ToList();
        return keys.Count == 0 ? [] : (await session.QueryAsync(IntakeStatements.Messages, new { keys }, ct)).ToDictionary(m => RowKey.Read(m.MessageKey));
    }

    /// <summary>The arrivals that were captured before: an item that is known lies with its message, and what has no message is new.</summary>
    private static async Task<HashSet<RowKey>> KnownAsync(
        Session session, List<Arrival> arrivals, Dictionary<RowKey, MessageRow> stored, CancellationToken ct)
    {
        var messages = arrivals.Select(a => stored.GetValueOrDefault(a.MessageKey)?.Id).OfType<long>().Distinct().ToList();
        return messages.Count == 0 ? [] : [.. (await session.QueryAsync(IntakeStatements.KnownItems, new { messages }, ct)).Select(RowKey.Read)];
    }

    private static async Task MovePositionsAsync(Session session, IReadOnlyList<Taking> together, CancellationToken ct)
    {
        foreach (var taking in together.Where(t => t.MovesPosition))
        {
            var position = new { channelId = taking.Channel.Id, next = taking.Next, storedAt = taking.ReceivedAt };
            if (await session.BookkeepAsync(IntakeStatements.MovePosition, position, ct) == 0)
                await session.BookkeepAsync(IntakeStatements.BeginPosition, position, ct);
        }
    }
}
