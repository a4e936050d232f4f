using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts;

/// <summary>All that one member of the public wrote to the force, as far as the person may see it.</summary>
internal sealed record ContactHistory(ContactRow Contact, IReadOnlyList<QueueRow> Conversations);

/// <summary>
/// Shows what else a member of the public wrote. It is about a person, not a case: every look is on record with its purpose, where
/// the channel asks for one.
/// </summary>
internal sealed class ReadContact(Store<InboxModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.view-contact-history");
    public const int Most = 200;

    public static readonly Statement<ContactRow> Contact = Statement.Of<ContactRow>(
        "SELECT Id, ContactKey, Connector, NetworkId, Handle, DisplayName, Rehearsal, FirstSeenAt FROM inbox.Contact WHERE Id = @id");

    private static readonly Statement<QueueRow> Conversations = Statement.Paged<QueueRow>(
        $"SELECT {QueueStatements.Columns} {QueueStatements.From} WHERE c.ContactId = @contactId AND {QueueStatements.Filter}");

    /// <summary>The history; null where there is nothing that this person may see.</summary>
    public async Task<ContactHistory?> HandleAsync(Person person, long contactId, string? purpose, CancellationToken ct)
    {
        if (await store.FindAsync(Contact, new { id = contactId }, ct) is not { } contact)
            return null;
        var reach = person.Grants.Where(InboxPermissions.Read);
        var conversations = await store.QueryAsync(Conversations, new
        {
            contactId,
            before = long.MaxValue,
            everywhere = reach.Everywhere ? 1 : 0,
            channels = reach.Channels,
            teams = reach.Teams,
            channelId = (long?)null,
            audience = (int?)null,
            tag = (string?)null,
            take = Most,
        }, ct);
        if (conversations.Count == 0)
            return null;
        await using var session = await store.BeginAsync(acts.By(person, Kind, purpose), ct);
        session.Raise(new ContactHistoryViewed(contactId, conversations.Count));
        await session.CommitAsync(ct);
        return new(contact, conversations);
    }
}
