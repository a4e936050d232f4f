using PoliceSocial.Inbox.Collect;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Merging;

/// <summary>A contact with those that somebody decided are the same person.</summary>
/// <param name="Contact">The contact that was asked for.</param>
/// <param name="Others">The others of the same person that may be seen.</param>
/// <param name="Known">All contacts that the decisions name and that may be seen.</param>
/// <param name="Decisions">The decisions that concern them, oldest first, those taken back included.</param>
internal sealed record Merged(ContactRow Contact, IReadOnlyList<ContactRow> Others, IReadOnlyList<ContactRow> Known, IReadOnlyList<MergingRow> Decisions);

/// <summary>Who is one person: whatever the decisions that stand join, at first or second hand.</summary>
internal sealed class OnePerson(Store<InboxModule> store)
{
    /// <summary>More contacts than one person plausibly has; a chain that long is looked at by a human, not walked.</summary>
    private const int Most = 100;

    private static readonly Statement<ContactRow> Seen = Statement.Of<ContactRow>(
        """
        SELECT k.Id, k.ContactKey, k.Connector, k.NetworkId, k.Handle, k.DisplayName, k.Rehearsal, k.FirstSeenAt
        FROM inbox.Contact AS k
        WHERE k.Id IN @ids AND EXISTS (
            SELECT 1 FROM inbox.Conversation AS c WHERE c.ContactId = k.Id AND (@everywhere = 1 OR c.ChannelId IN @channels OR c.TeamId IN @teams))
        ORDER BY k.Id
        """);

    /// <summary>The contacts of these that the person may see something of.</summary>
    public Task<IReadOnlyList<ContactRow>> SeenAsync(Person person, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        return store.QueryAsync(Seen, new { ids, everywhere = reach.Everywhere ? 1 : 0, channels = reach.Channels, teams = reach.Teams }, ct);
    }

    /// <summary>Null where there is no such contact that the person may see.</summary>
    public async Task<Merged?> OfAsync(Person person, long contactId, CancellationToken ct)
    {
        var (ids, decisions) = await WalkAsync(store, contactId, ct);
        var visible = await SeenAsync(person, [.. ids.Concat(decisions.SelectMany(d => new[] { d.FirstId, d.SecondId })).Distinct()], ct);
        var seen = visible.Select(c => c.Id).ToHashSet();
        return visible.FirstOrDefault(c => c.Id == contactId) is { } contact
            ? new(contact, [.. visible.Where(c => c.Id != contactId && ids.Contains(c.Id))], visible, [.. decisions.Where(d => seen.Contains(d.FirstId) && seen.Contains(d.SecondId))])
            : null;
    }

    /// <summary>All contacts of the same person, and the decisions about them.</summary>
    public static async Task<(IReadOnlyCollection<long> Ids, IReadOnlyList<MergingRow> Decisions)> WalkAsync(IRead read, long contactId, CancellationToken ct)
    {
        var ids = new HashSet<long> { contactId };
        while (true)
        {
            var decisions = await read.QueryAsync(MergingRow.OfContacts, new { ids = ids.ToList() }, ct);
            var before = ids.Count;
            foreach (var decision in decisions.Where(d => d.PartedAt is null))
                ids.UnionWith([decision.FirstId, decision.SecondId]);
            if (ids.Count == before || ids.Count > Most)
                return (ids, decisions);
        }
    }
}
