using PoliceSocial.Contracts;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>The events that exist, for whoever shows events it did not raise: the ledger.</summary>
public static class EventCatalogue
{
    /// <summary>The names of all events: <c>Inbox.ConversationAssigned</c>.</summary>
    public static IEnumerable<string> Names => EventTypes.All.Select(EventTypes.NameOf);

    /// <summary>The duty of record-keeping that an event fulfils; null where this version knows no such event.</summary>
    public static Family? FamilyOf(string name) => EventTypes.Has(name) ? EventTypes.FamilyOf(name) : null;

    /// <summary>The event behind its facts; null where this version knows no such event.</summary>
    public static IEvent? Read(string name, string facts) => EventTypes.Has(name) ? EventTypes.Read(name, facts) : null;
}
