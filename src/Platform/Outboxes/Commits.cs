using System.Collections.Concurrent;
using PoliceSocial.Contracts;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>
/// Tells this process, at once and without promise, that events were committed: the pump wakes, screens refresh. Whoever
/// must not miss one reads the outbox.
/// </summary>
internal sealed class Commits
{
    private readonly ConcurrentDictionary<string, long> _editions = new(StringComparer.Ordinal);

    public event Action<string, IReadOnlyList<IEvent>>? Committed;

    /// <summary>Moves with every change that this process commits in a schema.</summary>
    public long EditionOf(string schema) => _editions.GetValueOrDefault(schema);

    public void Tell(string schema, IReadOnlyList<IEvent> events)
    {
        if (events.Count == 0)
            return;
        if (events.Any(EventTypes.Changes))
            _editions.AddOrUpdate(schema, 1, (_, edition) => edition + 1);
        Committed?.Invoke(schema, events);
    }
}
