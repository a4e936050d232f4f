using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PoliceSocial.Bench.Faults;

/// <summary>
/// What the public writes, dealt out in turn to the accounts. It is handed over by a cursor and, as real networks do, some of it twice.
/// </summary>
internal sealed class Feed(int accounts)
{
    private const int PageSize = 50;
    private const int Again = 3;
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly long[] _handed = new long[accounts];
    private long _written;

    /// <summary>How many items the public has written.</summary>
    public long Written => Volatile.Read(ref _written);

    /// <summary>How many of them have been handed over at least once.</summary>
    public long Handed => Enumerable.Range(0, accounts).Sum(a => Count(Volatile.Read(ref _handed[a]), a));

    /// <summary>When each item was first handed over, by number, where somebody wants to know.</summary>
    public ConcurrentDictionary<long, long>? HandedOver { get; set; }

    /// <summary>Writes some more.</summary>
    public void Write(int items) => Interlocked.Add(ref _written, items);

    /// <summary>Hands over what came after a place; waits a while where that is nothing.</summary>
    public async Task<IResult> ReadAsync(int account, long after, int wait, CancellationToken ct)
    {
        var deadline = _clock.GetUtcNow().AddMilliseconds(wait);
        while (Count(Written, account) == Count(after, account) && _clock.GetUtcNow() < deadline)
            await Task.Delay(20, ct);
        var (first, last) = (Count(after, account), Count(Written, account));
        var end = Math.Min(last, first + PageSize);
        var items = new List<object>();
        for (var n = Math.Max(0, first - Again); n < end; n++)
        {
            items.Add(ItemOf(Number(n, account)));
            HandedOver?.TryAdd(Number(n, account), Stopwatch.GetTimestamp());
        }

        var next = end > first ? Number(end - 1, account) : after;
        Interlocked.Exchange(ref _handed[account], Math.Max(next, _handed[account]));
        return Results.Json(new { items, next, more = end < last });
    }

    /// <summary>How many of the items up to a number are an account's.</summary>
    private long Count(long number, int account) => (number + accounts - 1 - account) / accounts;

    /// <summary>The number of an account's n-th item.</summary>
    private long Number(long n, int account) => (n * accounts) + account + 1;

    private object ItemOf(long number) => new
    {
        id = string.Create(CultureInfo.InvariantCulture, $"item-{number}"),
        authorId = string.Create(CultureInfo.InvariantCulture, $"author-{number % 997}"),
        handle = string.Create(CultureInfo.InvariantCulture, $"person{number % 997}.example"),
        text = string.Create(CultureInfo.InvariantCulture, $"Is the road open again, please? Asked for the {number}th time."),
        threadId = string.Create(CultureInfo.InvariantCulture, $"post-{number % 13}"),
        at = _clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}
