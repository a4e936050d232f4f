using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// Notices that authors edited or deleted what was handed over: the network announces neither. The posts of the last week, at most the
/// newest two hundred, are read again in turn, a batch at a time.
/// </summary>
internal sealed class Changes(ConnectorContext context, Xrpc xrpc, PostViews views)
{
    private const int Most = 200;
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _read = new(StringComparer.Ordinal);
    private DateTimeOffset _last;

    public async Task<Result<List<Found>>> FindAsync(WatchList watch, string me, CancellationToken ct)
    {
        var now = context.Clock.GetUtcNow();
        var batch = now - _last < Pause ? [] : Choose(watch, now);
        if (batch.Count == 0)
            return new List<Found>();
        var read = await views.ReadAsync([.. batch.Select(post => post.Uri)], ct);
        if (read.Failed)
            return read.Failure;
        var found = new List<Found>();
        foreach (var post in batch)
        {
            var change = read.Value.Find(post.Uri) is { } view
                ? Edit(post, view, me, read.Value.Exchange, now) : await LookInRepositoryAsync(post, me, now, ct);
            if (change.Failure is { Trouble: not Trouble.Refused })
                return change.Failure;
            if (change.Value is { Count: > 0 } some)
                found.AddRange(some);
            _read[post.Uri] = now;
        }
        _last = now;
        return found;
    }

    private List<Watched> Choose(WatchList watch, DateTimeOffset now)
    {
        var watched = watch.Posts.Where(post => !post.Gone && now - post.At < Span && Names.Parts(post.Uri) is not null)
            .OrderByDescending(post => post.At).Take(Most).ToList();
        if (_read.Count > 2 * Most)
            Forget(watched);
        return [.. watched.OrderBy(post => _read.GetValueOrDefault(post.Uri)).Take(PostViews.BatchSize)];
    }

    private void Forget(List<Watched> watched)
    {
        foreach (var uri in _read.Keys.Except(watched.Select(post => post.Uri)).ToList())
            _read.TryRemove(uri, out _);
    }

    // A post that the AppView does not show may be hidden by a block or a filter; only the author's repository knows whether it is gone.
    private async Task<Result<List<Found>>> LookInRepositoryAsync(Watched post, string me, DateTimeOffset now, CancellationToken ct)
    {
        var (did, collection, key) = Names.Parts(post.Uri)!.Value;
        var query = $"repo={Uri.EscapeDataString(did)}&collection={collection}&rkey={Uri.EscapeDataString(key)}";
        var answer = await xrpc.GetAsync("com.atproto.repo.getRecord", query, ct);
        if (answer.Failure is { Code: "RecordNotFound" or "RepoNotFound" or "RepoTakendown", Answer: { } proof })
            return new List<Found> { new(PostItem.Deletion(post, me, proof, now), now, proof.Exchange) };
        if (answer.Failed)
            return answer.Failure;
        using var json = Json.TryParse(answer.Value.Body);
        if (json is null)
            return new Failure(Trouble.Unreadable, "Bluesky's answer about a post cannot be read.");
        var record = ReadPost.Read(json.RootElement, Json.Member(json.RootElement, "value"));
        return Edit(post, record with { Author = new NetworkProfile(post.Did, post.Handle, post.Name) }, me, answer.Value.Exchange, now);
    }

    private static Result<List<Found>> Edit(Watched post, ReadPost view, string me, Exchange exchange, DateTimeOffset now)
    {
        if (view.Cid.Length == 0 || view.Cid == post.Cid)
            return new List<Found>();
        var item = PostItem.Of(view, post.Kind, me, ItemChange.Edited, now);
        return new List<Found> { new(item, view.Indexed is { } at && at <= now ? at : now, exchange, Root: view.About) };
    }
}
