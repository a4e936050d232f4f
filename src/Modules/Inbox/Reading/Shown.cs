using System.Collections.Concurrent;

namespace PoliceSocial.Inbox.Reading;

/// <summary>
/// Which conversation a sign-in session was shown in the last quarter of an hour, and up to which message. Kept in memory: what is
/// forgotten is recorded once more.
/// </summary>
internal sealed class Shown(TimeProvider clock)
{
    private const int Most = 250_000;
    private static readonly TimeSpan Same = TimeSpan.FromMinutes(15);
    private readonly Lock _turning = new();
    private Shelf _new = new(clock.GetTimestamp());
    private Shelf _old = new(clock.GetTimestamp());

    /// <summary>Was it shown, unchanged?</summary>
    public bool Was(Sight sight, long lastMessageId) =>
        (_new.Sights.TryGetValue(sight, out var last) || _old.Sights.TryGetValue(sight, out last))
        && last.MessageId == lastMessageId && clock.GetElapsedTime(last.At) < Same;

    public void Remember(IEnumerable<(Sight Sight, long LastMessageId)> shown)
    {
        var now = clock.GetTimestamp();
        foreach (var (sight, lastMessageId) in shown)
        {
            _new.Sights[sight] = (lastMessageId, now);
            if (Interlocked.Increment(ref _new.Count) >= Most || clock.GetElapsedTime(_new.Since, now) >= Same)
                Turn(_new, now);
        }
    }

    /// <summary>Begins a new shelf and lets go of the one before: nothing is looked for one by one to be thrown away.</summary>
    private void Turn(Shelf full, long now)
    {
        lock (_turning)
        {
            if (_new != full)
                return;
            _old = full;
            _new = new(now);
        }
    }

    private sealed class Shelf(long since)
    {
        public int Count;

        public long Since { get; } = since;

        public ConcurrentDictionary<Sight, (long MessageId, long At)> Sights { get; } = new();
    }
}

/// <summary>Who saw what, and how.</summary>
/// <param name="SessionId">The sign-in session.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Whole">True for all of it, false for its line in a list.</param>
internal readonly record struct Sight(long SessionId, long ConversationId, bool Whole);
