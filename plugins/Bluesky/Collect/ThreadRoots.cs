using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Looks up the posts at the roots of threads, so that whoever reads an answer sees what it answers.</summary>
internal sealed class ThreadRoots(ConnectorContext context, PostViews views)
{
    private const int Remembered = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (NetworkPost? Post, DateTimeOffset Read)> _known = new(StringComparer.Ordinal);

    public async Task<Result<List<Found>>> AddAsync(IReadOnlyList<Found> found, string me, CancellationToken ct)
    {
        var now = context.Clock.GetUtcNow();
        var wanted = found.Select(item => item.Root).OfType<string>().Distinct().Where(uri => !IsFresh(uri, now)).ToList();
        foreach (var batch in wanted.Chunk(PostViews.BatchSize))
        {
            var read = await views.ReadAsync(batch, ct);
            if (read.Failed)
                return read.Failure;
            foreach (var uri in batch)
                Remember(uri, read.Value.Find(uri) is { } post ? Post(post, me) : null, now);
        }
        return found.Select(item => item.Root is { } uri && uri != item.Item.NetworkId && _known.GetValueOrDefault(uri).Post is { } root
            ? item with { Item = item.Item with { OnPost = root } } : item).ToList();
    }

    private bool IsFresh(string uri, DateTimeOffset now) => _known.TryGetValue(uri, out var known) && now - known.Read < Fresh;

    private void Remember(string uri, NetworkPost? post, DateTimeOffset now)
    {
        if (_known.Count >= Remembered)
            _known.Clear();
        _known[uri] = (post, now);
    }

    private static NetworkPost Post(ReadPost post, string me) => new(
        post.Uri, post.Text, post.Author, post.Author.NetworkId == me, post.Created ?? post.Indexed, Names.Permalink(post.Uri));
}
