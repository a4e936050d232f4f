using System.Collections.Concurrent;

namespace PoliceSocial.Inbox.Reading;

/// <summary>
/// Which conversation a sign-in session was shown in the last quarter of an hour, and which edition of it. Kept in memory: what is
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
    public bool Was(Sight sight, Edition edition) =>
        (_new.Sights.TryGetValue(sight, out var last) || _old.Sights.TryGetValue(sight, out last))
        && last.Edition == edition && clock.GetElapsedTime(last.At) < Same;

    public void Remember(IEnumerable<(Sight Sight, Edition Edition)> shown)
    {
        var now = clock.GetTimestamp();
        foreach (var (sight, edition) in shown)
        {
            _new.Sights[sight] = (edition, now);
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

        public ConcurrentDictionary<Sight, (Edition Edition, long At)> Sights { get; } = new();
    }
}

/// <summary>Who saw what, and how.</summary>
/// <param name="SessionId">The sign-in session.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Whole">True for all of it, false for its line in a list.</param>
internal readonly record struct Sight(long SessionId, long ConversationId, bool Whole);

/// <summary>What there was to see: with another message, or an edit, something else is shown.</summary>
/// <param name="LastMessageId">The newest message.</param>
/// <param name="Wording">The newest item in it, or a number that changes with the line's wording.</param>
internal readonly record struct Edition(long LastMessageId, long Wording);
