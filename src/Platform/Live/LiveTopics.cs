using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<long, Channel<string>> _screens = new();
    private readonly Commits _commits;
    private long _next;

    internal LiveTopics(Commits commits)
    {
        _commits = commits;
        _commits.Committed += Tell;
    }

    /// <summary>Tells every screen that a topic changed which no event speaks of (who is looking at what).</summary>
    public void Changed(string topic)
    {
        foreach (var screen in _screens.Values)
            screen.Writer.TryWrite(topic);
    }

    /// <summary>Listens until the token is cancelled. A screen that cannot keep up loses the oldest topics.</summary>
    public async IAsyncEnumerable<string> ListenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var id = Interlocked.Increment(ref _next);
        var screen = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });
        _screens[id] = screen;
        try
        {
            await foreach (var topic in screen.Reader.ReadAllAsync(ct))
                yield return topic;
        }
        finally
        {
            _screens.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _commits.Committed -= Tell;

    private void Tell(string schema, IReadOnlyList<IEvent> events)
    {
        if (_screens.IsEmpty)
            return;
        Changed(schema);
        foreach (var subject in events.Select(e => e.Subject).Distinct(StringComparer.Ordinal).Take(200))
            Changed(subject);
    }
}
