using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform;

namespace PoliceSocial.Inbox.Collect;

/// <summary>A page that a connector handed over, on its way into the store.</summary>
internal sealed class Taking
{
    private const int LongestText = 4_000;

    private Taking(
        ChannelSummary channel, IReadOnlyList<ExchangeRow> exchanges, IReadOnlyList<Arrival> arrivals, DateTimeOffset receivedAt,
        bool movesPosition, string? next)
    {
        Channel = channel;
        Exchanges = exchanges;
        Arrivals = arrivals;
        ReceivedAt = receivedAt;
        MovesPosition = movesPosition;
        Next = next;
    }

    public ChannelSummary Channel { get; }

    /// <summary>True for the last part of a page: only when all of it is stored may the next one be asked for.</summary>
    public bool MovesPosition { get; }

    public string? Next { get; }

    public DateTimeOffset ReceivedAt { get; }

    public IReadOnlyList<ExchangeRow> Exchanges { get; }

    public IReadOnlyList<Arrival> Arrivals { get; }

    /// <summary>Ends when the page is durable, with how many of its items were new.</summary>
    public TaskCompletionSource<int> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Cuts a page into parts of at most so many items.</summary>
    public static IEnumerable<Taking> Of(ChannelSummary channel, CollectedPage page, DateTimeOffset receivedAt, Ids ids, int most)
    {
        var exchanges = (page.Exchanges ?? []).Select(e => ToRow(channel, e, ids)).ToList();
        var arrivals = (page.Items ?? []).Where(i => i is not null).Select(i => new Arrival(channel, i, ExchangeOf(i, exchanges), receivedAt)).ToList();
        if (arrivals.Count == 0)
            yield return new(channel, [], [], receivedAt, true, page.Next);
        exchanges = Framed(exchanges, page.Exchanges, arrivals);
        for (var at = 0; at < arrivals.Count; at += most)
        {
            var last = at + most >= arrivals.Count;
            yield return new(channel, exchanges, arrivals[at..Math.Min(at + most, arrivals.Count)], receivedAt, last, last ? page.Next : null);
        }
    }

    /// <summary>One item by itself, which moves nothing on.</summary>
    public static IEnumerable<Taking> Alone(ChannelSummary channel, CollectedItem item, IReadOnlyList<Exchange>? exchanges, DateTimeOffset receivedAt, Ids ids)
    {
        var rows = (exchanges ?? []).Select(e => ToRow(channel, e, ids)).ToList();
        List<Arrival> arrivals = [new(channel, item, ExchangeOf(item, rows), receivedAt)];
        yield return new(channel, Framed(rows, exchanges, arrivals), arrivals, receivedAt, false, null);
    }

    private static List<ExchangeRow> Framed(List<ExchangeRow> rows, IReadOnlyList<Exchange>? exchanges, List<Arrival> arrivals) =>
        [.. rows.Select((row, i) => row with { Frame = AnswerFrame.Of(exchanges?[i]?.Body ?? default, [.. arrivals.Where(a => a.ExchangeId == row.Id)]) })];

    private static ExchangeRow ToRow(ChannelSummary channel, Exchange? exchange, Ids ids) => new()
    {
        Id = ids.New(),
        ChannelId = channel.Id,
        Request = Tidied.Cut(exchange?.Request, LongestText),
        Status = exchange?.Status ?? 0,
        Headers = Tidied.Cut(exchange?.Headers, LongestText),
        Sha256 = exchange?.Sha256 is { Length: SHA256.HashSizeInBytes } hash ? hash.ToArray() : new byte[SHA256.HashSizeInBytes],
        StartedAt = exchange?.Started ?? default,
        FinishedAt = exchange?.Finished ?? default,
    };

    private static long ExchangeOf(CollectedItem item, List<ExchangeRow> exchanges) =>
        item.Exchange >= 0 && item.Exchange < exchanges.Count ? exchanges[item.Exchange].Id : 0;
}
