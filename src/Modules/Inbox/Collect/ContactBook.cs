using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Collect;

/// <summary>The contacts that a batch touches.</summary>
internal sealed class ContactBook
{
    private const int LongestHandle = 300;
    private const int LongestName = 1_000;
    private readonly Dictionary<RowKey, ContactRow> _contacts;
    private readonly Ids _ids;
    private readonly List<RowKey> _new = [];
    private readonly HashSet<RowKey> _changed = [];

    private ContactBook(Dictionary<RowKey, ContactRow> contacts, Ids ids)
    {
        _contacts = contacts;
        _ids = ids;
    }

    public static async Task<ContactBook> LoadAsync(Session session, List<Arrival> arrivals, Ids ids, CancellationToken ct)
    {
        var keys = arrivals.Select(a => a.ContactKey).Distinct().Select(k => k.ToBytes()).ToList();
        var rows = await session.QueryAsync(IntakeStatements.Contacts, new { keys }, ct);
        return new(rows.ToDictionary(c => RowKey.Read(c.ContactKey)), ids);
    }

    /// <summary>Who wrote it, as they call themselves now.</summary>
    public ContactRow Of(Arrival arrival)
    {
        var author = arrival.OtherSide;
        var handle = Tidied.Cut(author.Handle, LongestHandle);
        var name = Tidied.Cut(author.DisplayName, LongestName);
        if (!_contacts.TryGetValue(arrival.ContactKey, out var contact))
        {
            _new.Add(arrival.ContactKey);
            return _contacts[arrival.ContactKey] = new()
            {
                Id = _ids.New(),
                ContactKey = arrival.ContactKey.ToBytes(),
                Connector = arrival.Channel.Connector,
                NetworkId = Tidied.Cut(author.NetworkId, 500),
                Handle = handle,
                DisplayName = name,
                Rehearsal = arrival.Channel.Rehearsal,
                FirstSeenAt = arrival.ReceivedAt,
            };
        }

        if ((contact.Handle != handle && handle.Length > 0) || contact.DisplayName != name)
        {
            _changed.Add(arrival.ContactKey);
            contact = _contacts[arrival.ContactKey] = contact with { Handle = handle.Length > 0 ? handle : contact.Handle, DisplayName = name };
        }

        return contact;
    }

    public async Task SaveAsync(Session session, CancellationToken ct)
    {
        await session.ExecuteAsync(IntakeStatements.InsertContact, _new.Select(k => _contacts[k]).ToList(), ct);
        await session.ExecuteAsync(IntakeStatements.SaveContact, _changed.Except(_new).Select(k => _contacts[k]).ToList(), ct);
    }
}
