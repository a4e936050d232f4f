using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Judging;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Rows">Flagged ones first on the first page of work, then newest first; of a search by the newest message that matches.</param>
/// <param name="Next">The key of the next page, or null where this is the last.</param>
/// <param name="Names">The names of the colleagues who hold them.</param>
/// <param name="Channels">The channels, by id.</param>
internal sealed record QueuePage(
    IReadOnlyList<QueueRow> Rows, long? Next, IReadOnlyDictionary<long, string> Names, IReadOnlyDictionary<long, ChannelSummary> Channels);

/// <summary>Shows an operator a list of conversations, as far as they may see them, and records what they were shown.</summary>
internal sealed class ReadQueue(Store<InboxModule> store, SearchMessages search, RecordViews views, IPeople people, IChannels channels)
{
    public const int PageSize = 50;
    private const int FlaggedOnTop = 50;

    public async Task<QueuePage> HandleAsync(Person person, QueueFilter filter, CancellationToken ct)
    {
        var (shown, next) = await PageAsync(person, filter, ct);
        if (filter is { Listing: Listing.Work, Before: null, Words: null })
            shown = await WithFlaggedOnTopAsync(person, filter, shown, ct);
        await views.OfListAsync(person, filter, shown, ct);
        return new(
            shown, next, await people.NamesAsync(shown.Where(r => r.HolderId is not null).Select(r => r.HolderId!.Value), ct),
            (await channels.AllAsync(ct)).ToDictionary(c => c.Id));
    }

    private async Task<(IReadOnlyList<QueueRow> Rows, long? Next)> PageAsync(Person person, QueueFilter filter, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(filter.Words))
            return await search.FindAsync(person, filter, PageSize, ct);
        var (statement, stage) = filter.Listing switch
        {
            Listing.Work => (QueueStatements.ByStage, 1),
            Listing.Waiting => (QueueStatements.ByStage, 2),
            Listing.Resolved => (QueueStatements.ByStage, 3),
            Listing.Risk => (QueueStatements.Flagged, 0),
            Listing.Unread => (QueueStatements.Unread, 0),
            Listing.Unclaimed => (QueueStatements.Unclaimed, 0),
            Listing.Mine => (QueueStatements.HeldBy, 0),
            Listing.OtherLanguage => (OtherLanguages.Listed, 0),
        };
        var rows = await store.QueryAsync(statement, QueueArgs.Of(person, filter, PageSize + 1, stage), ct);
        return rows.Count > PageSize ? ([.. rows.Take(PageSize)], rows[PageSize - 1].LastMessageId) : (rows, null);
    }

    private async Task<IReadOnlyList<QueueRow>> WithFlaggedOnTopAsync(
        Person person, QueueFilter filter, IReadOnlyList<QueueRow> rows, CancellationToken ct)
    {
        var flagged = await store.QueryAsync(QueueStatements.Flagged, QueueArgs.Of(person, filter, FlaggedOnTop), ct);
        if (flagged.Count == 0)
            return rows;
        var ids = flagged.Select(f => f.Id).ToHashSet();
        return [.. flagged.OrderBy(f => f.AcknowledgedAt is not null).ThenByDescending(f => f.LastMessageId), .. rows.Where(r => !ids.Contains(r.Id))];
    }
}
