using System.Collections.Frozen;
using PoliceSocial.Channels.Watch;

namespace PoliceSocial.Channels.Model;

/// <summary>All channels and open alarms in memory, read again after each change.</summary>
internal sealed class ChannelBook(Store<ChannelsModule> store) : IChannels, IDisposable
{
    public static readonly Statement<ChannelRow> AllChannels = Statement.Of<ChannelRow>(
        """
        SELECT Id, Connector, Network, AccountId, Handle, Name, State, StateSince, StateWhy, Rehearsal, Settings, RepliesNeedApproval,
            PurposeNeeded, TeamId, QuietRule, QuietMinutes, ConnectedAt, Revision, Version
        FROM channels.Channel
        """);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private BookPage? _page;
    private long _edition;

    public async Task<IReadOnlyList<ChannelSummary>> AllAsync(CancellationToken ct) => (await OpenAsync(ct)).Summaries;

    public async Task<ChannelSummary?> FindAsync(long id, CancellationToken ct) => (await OpenAsync(ct)).Find(id)?.Summary;

    public async ValueTask<BookPage> OpenAsync(CancellationToken ct)
    {
        if (Volatile.Read(ref _page) is { } page)
            return page;
        await _reading.WaitAsync(ct);
        try
        {
            return Volatile.Read(ref _page) ?? await ReadAsync(ct);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Something was committed: what is in memory is out of date.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _edition++;
            _page = null;
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<BookPage> ReadAsync(CancellationToken ct)
    {
        var edition = Volatile.Read(ref _edition);
        var channels = await store.QueryAsync(AllChannels, null, ct);
        var page = new BookPage([.. channels.Select(c => new Channel(c))], await store.QueryAsync(AlarmRow.Open, null, ct));
        lock (_lock)
        {
            // Read before a commit and finished after it: good enough for this caller, too old to keep.
            if (edition == _edition)
                _page = page;
        }

        return page;
    }
}

/// <summary>All channels at one moment.</summary>
internal sealed class BookPage(IReadOnlyList<Channel> channels, IReadOnlyList<AlarmRow> alarms)
{
    private readonly FrozenDictionary<long, Channel> _byId = channels.ToFrozenDictionary(c => c.Id);

    public IReadOnlyList<Channel> ByName { get; } = [.. channels.OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Id)];

    public IReadOnlyList<ChannelSummary> Summaries => field ??= [.. ByName.Select(c => c.Summary)];

    public IReadOnlyList<AlarmRow> Alarms { get; } = [.. alarms.OrderBy(a => a.Since).ThenBy(a => a.Id)];

    public Channel? Find(long id) => _byId.GetValueOrDefault(id);

    public IEnumerable<AlarmRow> AlarmsOf(long channelId) => Alarms.Where(a => a.ChannelId == channelId);
}
