using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Collects what people wrote to the channel, in public and privately, as one stream.</summary>
internal sealed class Collector(
    ConnectorContext context, Xrpc xrpc, Notifications notifications, Changes changes, ThreadRoots roots, DirectMessages messages) : IDisposable
{
    private const int PageSize = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Backlog? _backlog;

    public async Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct)
    {
        var started = context.Clock.GetTimestamp();
        await _turn.WaitAsync(ct);
        try
        {
            while (true)
            {
                var place = PlaceOf(after);
                var found = _backlog is { } backlog && backlog.After == after ? backlog : await LookAsync(after, place, ct);
                if (found.Failed is { } failure && found.Items.Count == 0)
                    return failure.ToReading<CollectedPage>();
                var page = HandOver(found, place);
                var isOver = context.Clock.GetElapsedTime(started) + Pause > patience;
                if (page.Items.Count > 0 || page.More || isOver)
                    return new Outcome<CollectedPage>.Success(page);
                after = page.Next;
                await Task.Delay(Pause, context.Clock, ct);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private CollectPlace PlaceOf(string? after)
    {
        if (after is null)
            return CollectPlace.Start;
        if (CollectPlace.TryRead(after) is { } place)
            return place;
        // The host recognises what it has stored, so beginning again loses nothing.
        context.Log(LogSeverity.Warning, "The place to go on from cannot be read; beginning again.");
        return CollectPlace.Start;
    }

    private async Task<Backlog> LookAsync(string? after, CollectPlace place, CancellationToken ct)
    {
        _backlog = null;
        var watch = WatchList.Load(context, place);
        var posts = await LookInPublicAsync(place, watch, ct);
        if (posts.Failed)
            return new Backlog(after, watch, [], place.Log, false, posts.Failure);
        var me = (await xrpc.DidAsync(ct)).Value ?? "";
        var log = await messages.ReadAsync(place.Log, me, ct);
        // What is public is handed over even while direct messages cannot be read; once there is nothing to hand over, the failure is told.
        if (log.Failed)
            return new Backlog(after, watch, posts.Value, place.Log, false, log.Failure);
        return new Backlog(after, watch, Merge(posts.Value, log.Value.Found), log.Value.Log, log.Value.More, null);
    }

    private async Task<Result<List<Found>>> LookInPublicAsync(CollectPlace place, WatchList watch, CancellationToken ct)
    {
        var me = await xrpc.DidAsync(ct);
        if (me.Failed)
            return me.Failure;
        var told = await notifications.FindAsync(place, watch, me.Value, ct);
        if (told.Failed)
            return told;
        var noticed = await changes.FindAsync(watch, me.Value, ct);
        if (noticed.Failed)
            return noticed;
        // An edit can be announced and noticed at once.
        var announced = told.Value.Select(found => (found.Item.NetworkId, found.Item.VersionId)).ToHashSet();
        var all = told.Value.Concat(noticed.Value.Where(found =>
            found.Item.Change == ItemChange.Deleted || !announced.Contains((found.Item.NetworkId, found.Item.VersionId))));
        return await roots.AddAsync([.. all.OrderBy(found => found.At)], me.Value, ct);
    }

    // Each stream stays in its own order, whatever clocks say: a place in a stream means that all before it was handed over.
    private static List<Found> Merge(List<Found> posts, List<Found> log)
    {
        var all = new List<Found>(posts.Count + log.Count);
        var (post, message) = (0, 0);
        while (post < posts.Count || message < log.Count)
        {
            var isPost = message == log.Count || (post < posts.Count && posts[post].At <= log[message].At);
            all.Add(isPost ? posts[post++] : log[message++]);
        }
        return all;
    }

    private CollectedPage HandOver(Backlog backlog, CollectPlace place)
    {
        var now = backlog.Items.Take(PageSize).ToList();
        var later = backlog.Items.Skip(PageSize).ToList();
        var next = NextPlace(place, backlog, now, later);
        var text = next == place ? backlog.After : next.Write();
        if (next.Sequence != place.Sequence)
            backlog.Watch.Save(context, [.. now.Where(IsPublic).Select(found => Watched.Of(found.Item, found.At, next.Sequence))]);
        _backlog = later.Count == 0
            ? null : backlog with { After = text, Watch = WatchList.Load(context, next), Items = later };
        var exchanges = now.Select(found => found.Exchange).Distinct().ToList();
        var items = now.Select(found => found.Item with { Exchange = exchanges.IndexOf(found.Exchange) }).ToList();
        return new CollectedPage(items, exchanges, text, later.Count > 0 || backlog.LogGoesOn);
    }

    private static CollectPlace NextPlace(CollectPlace place, Backlog backlog, List<Found> now, List<Found> later)
    {
        var posts = now.Where(IsPublic).ToList();
        var newest = posts.Count > 0 ? posts.Max(found => found.At) : (DateTimeOffset?)null;
        var log = later.Any(found => !IsPublic(found)) ? now.LastOrDefault(found => !IsPublic(found))?.Log ?? place.Log : backlog.Log;
        return new CollectPlace(
            posts.Count > 0 ? place.Sequence + 1 : place.Sequence,
            newest is { } at && !(at < place.Newest) ? at : place.Newest,
            log);
    }

    private static bool IsPublic(Found found) => found.Log is null;

    public void Dispose() => _turn.Dispose();

    /// <summary>What was found and is still to be handed over, if the host comes back with the place that it was promised for.</summary>
    private sealed record Backlog(string? After, WatchList Watch, List<Found> Items, string? Log, bool LogGoesOn, Failure? Failed);
}
