using System.Collections.Concurrent;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Inbox.Desk;

/// <summary>
/// Who has a conversation open, for colleagues to see. A courtesy, kept in memory: what really keeps two people from answering the
/// same thing is checked when they send.
/// </summary>
internal sealed class Presence(LiveTopics topics, TimeProvider clock)
{
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<(long Conversation, long Person), (string Name, DateTimeOffset ReadAt, DateTimeOffset WroteAt)> _here = new();

    public void Reads(Person person, long conversationId) => Note(person, conversationId, writes: false);

    public void Writes(Person person, long conversationId) => Note(person, conversationId, writes: true);

    /// <summary>Who else is here, as a sentence; null where nobody is.</summary>
    public string? Others(Person person, long conversationId)
    {
        var now = clock.GetUtcNow();
        var others = _here.Where(h => h.Key.Conversation == conversationId && h.Key.Person != person.Id && now - h.Value.ReadAt < Reading)
            .Select(h => h.Value).ToList();
        if (others.Count == 0)
            return null;
        return others.FirstOrDefault(o => now - o.WroteAt < Writing) is { Name: { } writer }
            ? $"{writer} is writing a reply"
            : $"{string.Join(", ", others.Select(o => o.Name))} {(others.Count == 1 ? "has" : "have")} this open";
    }

    private void Note(Person person, long conversationId, bool writes)
    {
        var now = clock.GetUtcNow();
        var key = (conversationId, person.Id);
        var before = _here.GetValueOrDefault(key);
        _here[key] = (person.Name, now, writes ? now : before.WroteAt);
        if (now - before.ReadAt >= Reading || (writes && now - before.WroteAt >= Writing))
            topics.Changed($"presence:{conversationId}");
        foreach (var (old, _) in _here.Where(h => now - h.Value.ReadAt > Reading))
            _here.TryRemove(old, out _);
    }
}
