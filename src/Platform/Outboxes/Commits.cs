using PoliceSocial.Contracts;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>
/// Tells this process, at once and without promise, that events were committed: the pump wakes, screens refresh. Whoever
/// must not miss one reads the outbox.
/// </summary>
internal sealed class Commits
{
    public event Action<string, IReadOnlyList<IEvent>>? Committed;

    public void Tell(string schema, IReadOnlyList<IEvent> events)
    {
        if (events.Count > 0)
            Committed?.Invoke(schema, events);
    }
}
