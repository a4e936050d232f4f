using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The sizes of the queues, as a person may see them. Read once for everybody, limited for each.</summary>
internal sealed class InboxCounts(Store<InboxModule> store, TimeProvider clock) : ICountSource
{
    private readonly LastReading<InboxModule, QueueSizes> _sizes = new(store, clock);

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        if (reach == Reach.Nowhere)
            return new Dictionary<string, int>();
        var sizes = await _sizes.GetAsync(token => QueueSizes.ReadAsync(store, token), ct);
        var unclaimed = sizes.Of(Queue.Unclaimed, reach);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["inbox.work"] = unclaimed + sizes.Of(Queue.Held, reach),
            ["inbox.risk"] = sizes.Of(Queue.Risk, reach),
            ["inbox.unread"] = sizes.Of(Queue.Unread, reach),
            ["inbox.unclaimed"] = unclaimed,
            ["inbox.waiting"] = sizes.Of(Queue.Waiting, reach),
            ["inbox.resolved"] = sizes.Of(Queue.Resolved, reach),
            ["inbox.mine"] = sizes.HeldBy(person.Id),
        };
    }
}
