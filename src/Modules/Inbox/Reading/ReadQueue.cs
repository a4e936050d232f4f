using System.Text;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Rows">Flagged ones first on the first page of work, then newest first.</param>
/// <param name="Next">The key of the next page, or null where this is the last.</param>
/// <param name="Names">The names of the colleagues who hold them.</param>
/// <param name="Channels">The channels, by id.</param>
internal sealed record QueuePage(
    IReadOnlyList<QueueRow> Rows, long? Next, IReadOnlyDictionary<long, string> Names, IReadOnlyDictionary<long, ChannelSummary> Channels);

/// <summary>Shows an operator a list of conversations, as far as they may see them, and records what they were shown.</summary>
internal sealed class ReadQueue(Store<InboxModule> store, RecordViews views, IPeople people, IChannels channels)
{
    public const int PageSize = 50;
    private const int FlaggedOnTop = 50;
    private const int SearchedMessages = 500;

    public async Task<QueuePage> HandleAsync(Person person, QueueFilter filter, CancellationToken ct)
    {
        var rows = await RowsAsync(person, filter, ct);
        var next = rows.Count > PageSize ? rows[PageSize - 1].LastMessageId : (long?)null;
        IReadOnlyList<QueueRow> shown = [.. rows.Take(PageSize)];
        if (filter is { Listing: Listing.Work, Before: null, Words: null })
            shown = await WithFlaggedOnTopAsync(person, filter, shown, ct);
        await views.OfListAsync(person, filter, shown, ct);
        return new(
            shown, next, await people.NamesAsync(shown.Where(r => r.HolderId is not null).Select(r => r.HolderId!.Value), ct),
            (await channels.AllAsync(ct)).ToDictionary(c => c.Id));
    }

    /// <summary>What staff typed, as the database's own query: every word must be there, the last may go on.</summary>
    public static string? ToMatch(string words, Dialect dialect)
    {
        var parts = Words.Of(words).Select(w => words[w.Start..w.End].Replace("\"", "", StringComparison.Ordinal)).Take(10).ToList();
        if (parts.Count == 0)
            return null;
        var match = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            var mayGoOn = i == parts.Count - 1 && parts[i].Length >= 4;
            if (i > 0)
                match.Append(dialect == Dialect.SqlServer ? " AND " : " ");
            match.Append(dialect == Dialect.SqlServer ? $"\"{parts[i]}{(mayGoOn ? "*" : "")}\"" : $"\"{parts[i]}\"{(mayGoOn ? "*" : "")}");
        }

        return match.ToString();
    }

    private async Task<IReadOnlyList<QueueRow>> RowsAsync(Person person, QueueFilter filter, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            return ToMatch(filter.Words, store.Dialect) is { } match
                ? await store.QueryAsync(QueueStatements.Found, Args(person, filter, PageSize + 1, match), ct)
                : [];
        }

        var (statement, stage) = filter.Listing switch
        {
            Listing.Work => (QueueStatements.ByStage, 1),
            Listing.Waiting => (QueueStatements.ByStage, 2),
            Listing.Resolved => (QueueStatements.ByStage, 3),
            Listing.Risk => (QueueStatements.Flagged, 0),
            Listing.Unclaimed => (QueueStatements.Unclaimed, 0),
            Listing.Mine => (QueueStatements.HeldBy, 0),
        };
        return await store.QueryAsync(statement, Args(person, filter, PageSize + 1, null, stage), ct);
    }

    private async Task<IReadOnlyList<QueueRow>> WithFlaggedOnTopAsync(
        Person person, QueueFilter filter, IReadOnlyList<QueueRow> rows, CancellationToken ct)
    {
        var flagged = await store.QueryAsync(QueueStatements.Flagged, Args(person, filter, FlaggedOnTop, null), ct);
        if (flagged.Count == 0)
            return rows;
        var ids = flagged.Select(f => f.Id).ToHashSet();
        return [.. flagged.OrderBy(f => f.AcknowledgedAt is not null).ThenByDescending(f => f.LastMessageId), .. rows.Where(r => !ids.Contains(r.Id))];
    }

    private static object Args(Person person, QueueFilter filter, int take, string? words, int stage = 0)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        return new
        {
            before = filter.Before ?? long.MaxValue,
            everywhere = reach.Everywhere ? 1 : 0,
            channels = reach.Channels,
            teams = reach.Teams,
            channelId = filter.ChannelId,
            audience = (int?)filter.Audience,
            tag = filter.Tag?.Trim().ToLowerInvariant(),
            stage,
            holderId = person.Id,
            words,
            most = SearchedMessages,
            take,
        };
    }
}
