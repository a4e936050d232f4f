using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>A public post that was handed over, as far as it is needed to know it again and to tell of its end.</summary>
/// <param name="Uri">Which post.</param>
/// <param name="Cid">Its latest version that was handed over.</param>
/// <param name="At">Where the network sorts it.</param>
/// <param name="Kind">As what it was handed over.</param>
/// <param name="Thread">The root of its thread.</param>
/// <param name="InReplyTo">What it answers.</param>
/// <param name="Handle">Its author's.</param>
/// <param name="Name">Its author's.</param>
/// <param name="Sequence">The page with which it was handed over.</param>
/// <param name="Gone">Whether it is deleted.</param>
internal sealed record Watched(
    string Uri, string Cid, DateTimeOffset At, ItemKind Kind, string Thread, string? InReplyTo, string Handle, string Name, long Sequence,
    bool Gone = false)
{
    public string Did => Names.Parts(Uri)?.Did ?? "";

    public static Watched Of(CollectedItem item, DateTimeOffset at, long sequence) => new(
        item.NetworkId, item.VersionId, at, item.Kind, item.ThreadId, item.InReplyTo, item.Author.Handle, item.Author.DisplayName, sequence,
        item.Change == ItemChange.Deleted);
}

/// <summary>The watched posts as they lie on disk.</summary>
/// <param name="Sequence">The last page that the host has certainly stored.</param>
/// <param name="Floor">Below this time nothing is remembered, so nothing below it is taken for new.</param>
/// <param name="Posts">Those of the stored pages.</param>
/// <param name="Pending">Those of the page after, which the host may or may not have stored.</param>
internal sealed record WatchFile(long Sequence, DateTimeOffset Floor, IReadOnlyList<Watched> Posts, IReadOnlyList<Watched> Pending);
