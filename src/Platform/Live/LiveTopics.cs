using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Platform.Live;

/// <summary>
/// Tells open screens that something changed, by topic: the subject of each committed event (<c>conversation:123</c>) and the
/// schema it came from (<c>inbox</c>). Says only that, never what: the screen asks again, with the person's own permissions.
/// </summary>
public sealed class LiveTopics : IDisposable
{
    private const int Remembered = 5_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<long, Channel<string>> _screens = new();
    private readonly ConcurrentQueue<(DateTimeOffset At, string Topic)> _recent = new();
    private readonly Commits _commits;
    private readonly TimeProvider _clock;
    private long _next;

    internal LiveTopics(Commits commits, TimeProvider clock)
    {
        _commits = commits;
        _clock = clock;
        _commits.Committed += Tell;
    }

    /// <summary>Tells every screen that a topic changed which no event speaks of (who is looking at what).</summary>
    public void Changed(string topic)
    {
        _recent.Enqueue((_clock.GetUtcNow(), topic));
        while (_recent.TryPeek(out var oldest) && (_recent.Count > Remembered || _clock.GetUtcNow() - oldest.At > RememberedFor))
            _recent.TryDequeue(out _);
        foreach (var screen in _screens.Values)
            screen.Writer.TryWrite(topic);
    }

    /// <summary>
    /// The topics that changed since an instant, for a screen that was loading meanwhile; null where that is too long ago to know, and
    /// everything on it must be read again.
    /// </summary>
    public IReadOnlyCollection<string>? ChangedSince(DateTimeOffset since) =>
        _clock.GetUtcNow() - since > RememberedFor || (_recent.Count >= Remembered && _recent.TryPeek(out var oldest) && oldest.At > since)
            ? null
            : _recent.Where(r => r.At >= since).Select(r => r.Topic).ToHashSet(StringComparer.Ordinal);

    /// <summary>Listens until it is disposed of. A screen that cannot keep up loses the oldest topics.</summary>
    public Listening Listen()
    {
        var id = Interlocked.Increment(ref _next);
        var screen = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });
        _screens[id] = screen;
        return new(screen.Reader, () => _screens.TryRemove(id, out _));
    }

    /// <summary>Listens until the token is cancelled, for a service that does nothing else meanwhile.</summary>
    public async IAsyncEnumerable<string> ListenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var listening = Listen();
        await foreach (var topic in listening.Topics.ReadAllAsync(ct))
            yield return topic;
    }

    /// <inheritdoc/>
    public void Dispose() => _commits.Committed -= Tell;

    private void Tell(string schema, IReadOnlyList<IEvent> events)
    {
        // A list that was only looked at must not make every colleague's screen read its own again.
        var changes = events.Where(EventTypes.Changes).ToList();
        if (changes.Count == 0)
            return;
        Changed(schema);
        foreach (var subject in changes.Select(e => e.Subject).Distinct(StringComparer.Ordinal).Take(200))
            Changed(subject);
    }
}

/// <summary>One screen's ear: the topics that changed, as they change.</summary>
public sealed class Listening : IDisposable
{
    private readonly Action _end;

    internal Listening(ChannelReader<string> topics, Action end)
    {
        Topics = topics;
        _end = end;
    }

    /// <summary>The topics, in order.</summary>
    public ChannelReader<string> Topics { get; }

    /// <inheritdoc/>
    public void Dispose() => _end();
}
