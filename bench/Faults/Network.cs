using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PoliceSocial.Bench.Faults;

/// <summary>
/// A network in this process, which outlives every kill. It hands items over by a cursor and, as real ones do, some of them twice;
/// what is published it takes as often as it is told to, and counts by key.
/// </summary>
internal sealed class Network : IAsyncDisposable
{
    private const int PageSize = 50;
    private const int Again = 3;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<long>> _posts = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly Random _chance;
    private readonly Lock _chanceLock = new();
    private long _written;
    private long _postNumber;
    private long _called;

    private Network(WebApplication app, int seed)
    {
        _app = app;
        _chance = new Random(seed);
    }

    public string Address => _app.Urls.First();

    /// <summary>How many items the public has written.</summary>
    public long Written => Volatile.Read(ref _written);

    /// <summary>When each item was first handed over, by number, where somebody wants to know.</summary>
    public ConcurrentDictionary<long, long>? HandedOver { get; set; }

    /// <summary>How often it was asked to publish, before it did.</summary>
    public long Called => Volatile.Read(ref _called);

    /// <summary>How often each key was published.</summary>
    public IReadOnlyDictionary<string, int> Published => _posts.ToDictionary(p => p.Key, p => p.Value.Count, StringComparer.Ordinal);

    public static async Task<Network> StartAsync(int seed, CancellationToken ct, string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var network = new Network(app, seed);
        network.Map(app);
        await app.StartAsync(ct);
        return network;
    }

    /// <summary>The public writes some more.</summary>
    public void Write(int items) => Interlocked.Add(ref _written, items);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account", () => Results.Json(new { id = "force", handle = "force.example", name = "The force" }));
        routes.MapGet("/items", ItemsAsync);
        routes.MapPost("/posts", PublishAsync);
        routes.MapGet("/posts/{key}", (string key) => _posts.TryGetValue(key, out var posts) && posts.TryPeek(out var first)
            ? Results.Json(PostOf(first)) : Results.NotFound());
    }

    private async Task<IResult> ItemsAsync(long after, int wait, CancellationToken ct)
    {
        var deadline = _clock.GetUtcNow().AddMilliseconds(wait);
        while (Written <= after && _clock.GetUtcNow() < deadline)
            await Task.Delay(20, ct);
        var end = Math.Min(Written, after + PageSize);
        var items = new List<object>();
        for (var n = Math.Max(1, after + 1 - Again); n <= end; n++)
        {
            items.Add(ItemOf(n));
            HandedOver?.TryAdd(n, Stopwatch.GetTimestamp());
        }

        return Results.Json(new { items, next = end, more = end < Written });
    }

    private object ItemOf(long number) => new
    {
        id = string.Create(CultureInfo.InvariantCulture, $"item-{number}"),
        authorId = string.Create(CultureInfo.InvariantCulture, $"author-{number % 997}"),
        handle = string.Create(CultureInfo.InvariantCulture, $"person{number % 997}.example"),
        text = string.Create(CultureInfo.InvariantCulture, $"Is the road open again, please? Asked for the {number}th time."),
        threadId = string.Create(CultureInfo.InvariantCulture, $"post-{number % 13}"),
        at = _clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private async Task<IResult> PublishAsync(WirePost post)
    {
        // Long enough before and after that kills strike while a call is under way. It is published even where nobody waits any more.
        Interlocked.Increment(ref _called);
        await Task.Delay(Chance(60));
        var number = Interlocked.Increment(ref _postNumber);
        _posts.GetOrAdd(post.Key, _ => new()).Enqueue(number);
        await Task.Delay(Chance(120));
        return Results.Json(PostOf(number));
    }

    private object PostOf(long number) => new
    {
        id = string.Create(CultureInfo.InvariantCulture, $"sent-{number}"),
        at = _clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private int Chance(int most)
    {
        lock (_chanceLock)
            return _chance.Next(most);
    }

    private sealed record WirePost(string Key, string Text, string? InReplyTo);
}
