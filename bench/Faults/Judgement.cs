using System.Globalization;

namespace PoliceSocial.Bench.Faults;

/// <summary>Judges what the kills have done.</summary>
internal static class Judgement
{
    private const long Sent = 3;
    private const long Refused = 4;

    /// <summary>Prints all counts; returns whether every one is as it must be.</summary>
    public static bool Print(string data, Network network, IReadOnlyCollection<string> acknowledged, int unsound)
    {
        var replies = Traces.Replies(data);
        var deliveries = Traces.Deliveries(data);
        var published = network.Wall.Posts.ToLookup(p => p.Key, StringComparer.Ordinal);
        Informs(network, replies.Count, acknowledged.Count, deliveries.Values, data);
        return Inbound(data, network.Feed.Written)
            & Outbound(replies, deliveries, network.Wall.Posts, acknowledged)
            & Told(replies, deliveries, published)
            & Ledger(data, deliveries.Values.Count(d => d.State == Sent), replies.Count, unsound);
    }

    private static void Informs(Network network, int replies, int acknowledged, IReadOnlyCollection<(long State, bool WasUnknown)> deliveries, string data)
    {
        var inDoubt = deliveries.Where(d => d.WasUnknown).ToList();
        Figures.Print("faults.items", network.Feed.Written, "items", 1);
        Figures.Print("faults.replies", replies, "replies", Math.Max(1, acknowledged));
        Figures.Print("faults.replies-in-doubt", inDoubt.Count, "replies", Math.Max(1, replies));
        Figures.Print("faults.replies-in-doubt-found-sent", inDoubt.Count(d => d.State == Sent), "replies", Math.Max(1, inDoubt.Count));
        Figures.Print("faults.replies-in-doubt-found-absent", inDoubt.Count(d => d.State == Refused), "replies", Math.Max(1, inDoubt.Count));
        Figures.Print("faults.channels-paused-by-the-service", Traces.AllPauses(data), "pauses", 1);
    }

    private static bool Inbound(string data, long written)
    {
        var items = Traces.Items(data);
        return Zero("faults.items-lost", written - items.Count)
            & Zero("faults.items-doubled", items.Values.Count(n => n > 1) + Traces.Messages(data).Values.Count(n => n > 1))
            & Zero("faults.items-without-message", items.Keys.Except(Traces.Messages(data).Keys, StringComparer.Ordinal).Count())
            & Zero("faults.conversations-miscounted", Traces.Miscounted(data))
            & Zero("faults.items-not-in-ledger", Math.Abs(Traces.InLedger(data, "ItemCaptured") - items.Values.Sum()));
    }

    private static bool Outbound(
        List<(long Id, string Text, long State)> replies, Dictionary<long, (long State, bool WasUnknown)> deliveries,
        IReadOnlyCollection<Wall.Post> posts, IReadOnlyCollection<string> acknowledged)
    {
        var texts = replies.Select(r => r.Text).ToHashSet(StringComparer.Ordinal);
        var keys = deliveries.Keys.Select(Digits).ToHashSet(StringComparer.Ordinal);
        return Zero("faults.replies-lost", acknowledged.Count(text => !texts.Contains(text)))
            & Zero("faults.replies-doubled", replies.Count - texts.Count)
            & Zero("faults.replies-without-delivery", replies.Count(r => !deliveries.ContainsKey(r.Id)))
            & Zero("faults.sent-twice", posts.Count - posts.DistinctBy(p => p.Key).Count())
            & Zero("faults.words-sent-twice", posts.Count - posts.DistinctBy(p => p.Text).Count())
            & Zero("faults.sent-unasked", posts.Count(p => !keys.Contains(p.Key)));
    }

    /// <summary>What staff were told must be so.</summary>
    private static bool Told(
        List<(long Id, string Text, long State)> replies, Dictionary<long, (long State, bool WasUnknown)> deliveries, ILookup<string, Wall.Post> published) =>
        Zero("faults.stuck", replies.Count(r => r.State is not (Sent or Refused)) + deliveries.Values.Count(d => d.State is not (Sent or Refused)))
        & Zero("faults.said-otherwise-than-delivered", replies.Count(r => deliveries.TryGetValue(r.Id, out var d) && d.State != r.State))
        & Zero("faults.said-sent-but-not", replies.Count(r => r.State == Sent && !published.Contains(Digits(r.Id))))
        & Zero("faults.said-refused-but-sent", replies.Count(r => r.State == Refused && published.Contains(Digits(r.Id))));

    private static bool Ledger(string data, int sent, int replies, int unsound) =>
        Zero("faults.sent-not-in-ledger", Math.Abs(Traces.InLedger(data, "DeliverySent") - sent))
        & Zero("faults.replies-not-in-ledger", Math.Abs(Traces.InLedger(data, "ReplyReady") - replies))
        & Zero("faults.doubled-in-ledger", Traces.DoubledInLedger(data))
        & Zero("faults.events-put-aside", Traces.Parked(data))
        & Zero("faults.ledger-unsound", unsound);

    private static bool Zero(string name, long count)
    {
        Figures.Print(name, count, "count", 1, "<=0");
        return count == 0;
    }

    private static string Digits(long id) => id.ToString(CultureInfo.InvariantCulture);
}
