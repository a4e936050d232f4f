using System.Collections.Concurrent;

namespace PoliceSocial.Bench.Faults;

/// <summary>
/// What the channels have published. It publishes as often as it is told to, even where the caller is gone, and counts; and it says
/// that something is not there only when it can no longer appear.
/// </summary>
internal sealed class Wall(Fates fates)
{
    private const int Promptly = 150;
    private const int Slowly = 2_500;
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly ConcurrentQueue<Post> _posts = new();
    private readonly ConcurrentDictionary<string, Post> _firsts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _working = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _told = new(StringComparer.Ordinal);
    private long _number;
    private long _called;
    private long _looks;
    private int _underWay;
    private int _looksUnderWay;

    /// <summary>All that was published, as often as it was.</summary>
    public IReadOnlyCollection<Post> Posts => _posts;

    /// <summary>How often it was asked to publish.</summary>
    public long Called => Volatile.Read(ref _called);

    /// <summary>How often it was read back.</summary>
    public long Looks => Volatile.Read(ref _looks);

    /// <summary>How many callers wait to hear that something is published.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>How many callers wait to hear whether something is there.</summary>
    public int LooksUnderWay => Volatile.Read(ref _looksUnderWay);

    /// <summary>The keys whose callers were told that they are published.</summary>
    public IReadOnlyCollection<string> Answered => [.. _answered.Keys];

    /// <summary>The keys that were read back, with an answer that settles them.</summary>
    public IReadOnlyCollection<string> Told => [.. _told.Keys];

    public async Task<IResult> PublishAsync(WirePost post, HttpContext http)
    {
        Interlocked.Increment(ref _called);
        Interlocked.Increment(ref _underWay);
        try
        {
            return await PublishAsync(post, fates.Draw(), http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    public async Task<IResult> FindAsync(string key)
    {
        Interlocked.Increment(ref _looks);
        Interlocked.Increment(ref _looksUnderWay);
        await Task.Delay(fates.Milliseconds(Promptly));
        Interlocked.Decrement(ref _looksUnderWay);
        var post = _firsts.GetValueOrDefault(key);
        if (post is null && _working.ContainsKey(key))
            return Results.Conflict();
        _told.TryAdd(key, 0);
        return post is null ? Results.NotFound() : Answer(post);
    }

    private static IResult Answer(Post post) => Results.Json(new { id = $"sent-{post.Number}", at = post.At.ToUnixTimeMilliseconds() });

    private static IResult Cut(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private async Task<IResult> PublishAsync(WirePost asked, Fate fate, HttpContext http)
    {
        if (fate == Fate.Busy)
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (fate == Fate.CutBefore)
            return Cut(http);
        var post = await WriteAsync(asked, fates.Milliseconds(fate == Fate.Slow ? Slowly : Promptly));
        if (fate == Fate.CutAfter)
            return Cut(http);
        await Task.Delay(fate == Fate.Unanswered ? Timeout.InfiniteTimeSpan : fates.Milliseconds(Promptly), http.RequestAborted);
        http.Response.OnCompleted(() =>
        {
            _answered.TryAdd(asked.Key, 0);
            return Task.CompletedTask;
        });
        return Answer(post);
    }

    /// <summary>Nobody can call it back: whoever asked may be gone, and it is published all the same.</summary>
    private async Task<Post> WriteAsync(WirePost asked, TimeSpan after)
    {
        _working.AddOrUpdate(asked.Key, 1, (_, n) => n + 1);
        await Task.Delay(after);
        var post = new Post(asked.Key, asked.Text, Interlocked.Increment(ref _number), _clock.GetUtcNow());
        _posts.Enqueue(post);
        _firsts.TryAdd(asked.Key, post);
        return post;
    }

    /// <summary>Something that stands on the network.</summary>
    internal sealed record Post(string Key, string Text, long Number, DateTimeOffset At);

    internal sealed record WirePost(string Key, string Text, string? InReplyTo);
}
