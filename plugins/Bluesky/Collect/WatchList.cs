using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// The public posts that were handed over of late: so that none is handed over twice, and that edits and deletions are noticed.
/// The host decides what has been handed over: the place it comes with says which page it has stored last, and what was noted for a
/// page that it never stored is forgotten.
/// </summary>
internal sealed class WatchList
{
    private const int Most = 2_000;
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);
    private readonly Dictionary<string, Watched> _posts;

    private WatchList(WatchFile file) => (_posts, Sequence, Floor) = (ByUri(file.Posts), file.Sequence, file.Floor);

    public long Sequence { get; }

    public DateTimeOffset Floor { get; }

    public IEnumerable<Watched> Posts => _posts.Values;

    public Watched? Find(string uri) => _posts.GetValueOrDefault(uri);

    public static WatchList Load(ConnectorContext context, CollectPlace place)
    {
        var file = TryRead(context);
        if (file is null)
            return new WatchList(new WatchFile(place.Sequence, place.Newest ?? DateTimeOffset.MinValue, [], []));
        if (file.Sequence + 1 == place.Sequence)
            return new WatchList(Settle(file, place));
        // A place that is older than the file comes from a restored database: what was handed over since will be handed over again.
        return new WatchList(file with { Sequence = place.Sequence, Posts = [.. file.Posts.Where(post => post.Sequence <= place.Sequence)] });
    }

    /// <summary>Notes what the next page holds; it counts from when the host comes back with that page's place.</summary>
    public void Save(ConnectorContext context, IReadOnlyList<Watched> pending)
    {
        var file = new WatchFile(Sequence, Floor, [.. _posts.Values], pending);
        var path = PathOf(context);
        Directory.CreateDirectory(context.StateFolder);
        using (var stream = new FileStream($"{path}.new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, file, BlueskyJson.Default.WatchFile);
            stream.Flush(flushToDisk: true);
        }
        File.Move($"{path}.new", path, overwrite: true);
    }

    private static WatchFile Settle(WatchFile file, CollectPlace place)
    {
        var newest = ByUri(file.Posts.Concat(file.Pending)).Values.OrderByDescending(post => post.At).ToList();
        var oldest = newest.Count > 0 ? newest[0].At - Span : DateTimeOffset.MinValue;
        var kept = newest.Take(Most).TakeWhile(post => post.At >= oldest).ToList();
        var floor = kept.Count < newest.Count && newest[kept.Count].At > file.Floor ? newest[kept.Count].At : file.Floor;
        return new WatchFile(place.Sequence, floor, kept, []);
    }

    private static Dictionary<string, Watched> ByUri(IEnumerable<Watched> posts)
    {
        var byUri = new Dictionary<string, Watched>(StringComparer.Ordinal);
        foreach (var post in posts)
            byUri[post.Uri] = post;
        return byUri;
    }

    private static WatchFile? TryRead(ConnectorContext context)
    {
        if (!File.Exists(PathOf(context)))
            return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(context)), BlueskyJson.Default.WatchFile);
        }
        catch (JsonException)
        {
            context.Log(LogSeverity.Warning, "The list of watched posts cannot be read and is begun anew; edits of older posts go unnoticed.");
            return null;
        }
    }

    private static string PathOf(ConnectorContext context) => Path.Combine(context.StateFolder, "watched.json");
}
