using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// Reads what people wrote in public, from the network's notifications. They come newest first and are sorted by the time that the
/// author's app claims where that is earlier, so something new can turn up below what has been read; the network tells nothing of when
/// it learned of a post. Each look therefore takes whole pages back past the newest known post, now and then a week's worth, and every
/// hour as far as can be read; what is known already is left out, and of what is sorted further back only what was written of late is taken.
/// </summary>
internal sealed class Notifications(ConnectorContext context, Xrpc xrpc)
{
    private const int PageSize = 100;
    private const int MostPages = 50;
    private const int MostPagesPastNewest = 10;
    private static readonly TimeSpan FirstDay = TimeSpan.FromDays(7);
    private static readonly TimeSpan DeepLookEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DeepestLookEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan BeforeFirstDeepestLook = TimeSpan.FromMinutes(10);
    private DateTimeOffset _deepLook;
    private DateTimeOffset _deepestLook;

    /// <summary>Finds what is new, oldest first.</summary>
    public async Task<Result<List<Found>>> FindAsync(CollectPlace place, WatchList watch, string me, CancellationToken ct)
    {
        var now = context.Clock.GetUtcNow();
        var deep = now - _deepLook >= DeepLookEvery;
        if (_deepestLook == default)
            _deepestLook = now - DeepestLookEvery + BeforeFirstDeepestLook;
        var deepest = place.Newest is not null && now - _deepestLook >= DeepestLookEvery;
        var until = UntilOf(place.Newest, now, deep, deepest);
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        var walk = new Walk();
        while (walk.Goes)
        {
            var page = await ReadAsync(walk, ct);
            if (page.Failed)
                return page.Failure;
            using var json = Json.TryParse(page.Value.Body);
            if (json is null || Json.Member(json.RootElement, "notifications").ValueKind != JsonValueKind.Array)
                return new Failure(Trouble.Unreadable, "Bluesky's answer about notifications cannot be read.");
            foreach (var notification in Json.Elements(Json.Member(json.RootElement, "notifications")))
                Take(notification, page.Value.Exchange, place, watch, me, found);
            walk.Turn(json.RootElement, until, place.Newest, MostPages, deepest ? MostPages : MostPagesPastNewest);
        }
        if (deep)
            _deepLook = now;
        if (deepest || place.Newest is null)
            _deepestLook = now;
        if (walk.MissedTo is { } missedTo)
            context.Report(new ChannelSign.Gap(place.Newest!.Value, missedTo, "More was written on Bluesky than can be read back in one go."));
        return found.Values.Reverse().OrderBy(item => item.At).ToList(); // of those at one time, the network shows the later one first
    }

    private static DateTimeOffset UntilOf(DateTimeOffset? newest, DateTimeOffset now, bool deep, bool deepest)
    {
        var week = now - FirstDay;
        if (newest is not { } known)
            return week;
        return deepest ? DateTimeOffset.MinValue : deep && week < known ? week : known;
    }

    private async Task<Result<Answer>> ReadAsync(Walk walk, CancellationToken ct)
    {
        while (true)
        {
            var query = $"limit={walk.Size}&reasons=mention&reasons=reply&reasons=quote";
            if (walk.Cursor is not null)
                query += $"&cursor={Uri.EscapeDataString(walk.Cursor)}";
            var answer = await xrpc.GetAsync("app.bsky.notification.listNotifications", query, ct);
            // Records may be a megabyte each: somebody's hundred largest must not keep everything else from us.
            if (answer.Failure is not { Trouble: Trouble.TooLarge } || walk.Size == 1)
                return answer;
            walk.Size = Math.Max(1, walk.Size / 10);
        }
    }

    private void Take(
        JsonElement notification, Exchange exchange, CollectPlace place, WatchList watch, string me, Dictionary<string, Found> found)
    {
        var reason = Json.Text(notification, "reason");
        if (reason is not (null or "mention" or "reply" or "quote"))
            return;
        var post = ReadPost.Read(notification);
        var now = context.Clock.GetUtcNow();
        if (ChangeOf(post, place, watch, now) is not { } change)
            return;
        // One post can be announced twice, as an answer and as a quotation; it is one message.
        if (found.TryGetValue(post.Uri, out var twin) && (twin.Item.Kind == ItemKind.Comment || reason != "quote"))
            return;
        var item = PostItem.Of(post, reason ?? "", me, change, now);
        var at = post.WrittenBy(now) ?? place.Newest ?? now;
        found[post.Uri] = new Found(item, at <= now ? at : now, exchange, Root: post.About);
    }

    private static ItemChange? ChangeOf(ReadPost post, CollectPlace place, WatchList watch, DateTimeOffset now)
    {
        if (watch.Find(post.Uri) is { } known)
            return known.Cid == post.Cid ? null : known.Gone ? ItemChange.Created : ItemChange.Edited;
        var written = post.WrittenBy(now);
        var isForgotten = written < place.Newest && (written < watch.Floor || written < now - FirstDay);
        return isForgotten ? null : ItemChange.Created;
    }

    /// <summary>The way back through the pages.</summary>
    private sealed class Walk
    {
        private int _pages;
        private int _pagesPastNewest;

        public string? Cursor { get; private set; }

        public bool Goes { get; private set; } = true;

        public int Size { get; set; } = PageSize;

        /// <summary>Where the way back ended, if that was before the newest post known.</summary>
        public DateTimeOffset? MissedTo { get; private set; }

        public void Turn(JsonElement page, DateTimeOffset until, DateTimeOffset? newest, int most, int mostPastNewest)
        {
            var last = Json.Elements(Json.Member(page, "notifications")).LastOrDefault();
            var oldest = Json.Time(last, "indexedAt");
            var next = Next(Json.Text(page, "cursor"), oldest);
            _pages++;
            if (oldest < newest)
                _pagesPastNewest++;
            var isLost = _pages >= most && newest is not null && !(oldest < newest);
            Goes = next is not null && !(oldest < until) && _pages < most && _pagesPastNewest < mostPastNewest;
            MissedTo = isLost && next is not null ? oldest : null;
            Cursor = next;
        }

        // The network's cursor is the time of the last one, and the next page begins strictly below it: of several with the same time, those
        // that did not fit would be passed over. So we begin just above that time and read some again.
        private string? Next(string? offered, DateTimeOffset? oldest)
        {
            if (offered is null || oldest is null || offered != CollectPlace.Cursor(oldest.Value))
                return offered == Cursor ? null : offered;
            var overlapping = CollectPlace.Cursor(oldest.Value.AddMilliseconds(1));
            return overlapping == Cursor ? offered : overlapping;
        }
    }
}
