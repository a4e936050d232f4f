using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Merging;

/// <summary>
/// Finds contacts of one exact handle, for somebody who has grounds to think that they are the same person. Nothing is suggested, and
/// nobody is matched by likeness; what was shown is recorded.
/// </summary>
internal sealed class FindContacts(Store<InboxModule> store, OnePerson people, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.find-contacts");
    private const int Most = 50;

    private static readonly Statement<long> ByHandle = Statement.Paged<long>("SELECT Id FROM inbox.Contact WHERE Handle = @handle AND Id <> @contactId ORDER BY Id DESC");

    public async Task<IReadOnlyList<ContactRow>> HandleAsync(Person person, long contactId, string handle, CancellationToken ct)
    {
        if (!person.Grants.Allows(InboxPermissions.MergeContacts))
            return [];
        var ids = await store.QueryAsync(ByHandle, new { handle = handle.Trim().TrimStart('@'), contactId, take = Most }, ct);
        var found = ids.Count == 0 ? [] : await people.SeenAsync(person, ids, ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new ContactsSearched(contactId, [.. found.Select(c => c.Id)]));
        await session.CommitAsync(ct);
        return found;
    }
}
