using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// What a connector handed over, made fit to be stored. A connector is somebody else's code that reads strangers' data: whatever it
/// leaves out or overdoes, the page is stored, since a page that cannot be stored holds up its channel for ever. The raw bytes stay.
/// </summary>
internal static class Tidied
{
    private const int LongestAddress = 2_000;
    private const int LongestHandle = 4_000;
    private static readonly NetworkProfile Nobody = new("", "", "");

    public static CollectedItem Of(CollectedItem item)
    {
        var networkId = Text(item.NetworkId);
        if (networkId.Length == 0)
            networkId = "raw:" + Convert.ToHexStringLower(SHA256.HashData(item.Raw.Span));
        var threadId = Text(item.ThreadId);
        return item with
        {
            NetworkId = networkId,
            VersionId = Text(item.VersionId),
            Author = Of(item.Author ?? Nobody),
            Recipient = item.Recipient is { } recipient ? Of(recipient) : null,
            Text = Text(item.Text),
            Language = item.Language is { } language ? Cut(language, 40) : null,
            ThreadId = threadId.Length > 0 ? threadId : networkId,
            InReplyTo = item.InReplyTo is { } parent ? Text(parent) : null,
            OnPost = item.OnPost is { } post ? Of(post) : null,
            Permalink = Address(item.Permalink),
            Media = [.. (item.Media ?? []).Where(m => m is not null).Select(Of)],
            ReplyHandle = Cut(item.ReplyHandle, LongestHandle),
            RawType = Cut(item.RawType, 100),
        };
    }

    /// <summary>
    /// The text in characters that both databases and JSON give back as they took them: a NUL would end it, half a surrogate pair would
    /// come back as something else and look like an edit.
    /// </summary>
    public static string Text(string? text)
    {
        if (text is null)
            return "";
        if (!text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        return string.Create(text.Length, text, (units, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                if (i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1]))
                    (units[i], units[i + 1]) = (source[i], source[++i]);
                else
                    units[i] = source[i] == '\0' || char.IsSurrogate(source[i]) ? '\uFFFD' : source[i];
            }
        });
    }

    /// <summary>A text of at most so many UTF-16 units; a pair of surrogates is not cut through.</summary>
    public static string Cut(string? text, int longest)
    {
        var whole = Text(text);
        if (whole.Length <= longest)
            return whole;
        return char.IsHighSurrogate(whole[longest - 1]) ? whole[..(longest - 1)] : whole[..longest];
    }

    /// <summary>Half an address leads elsewhere: one that is too long is none.</summary>
    private static string? Address(string? address) => address is { Length: <= LongestAddress } ? Text(address) : null;

    private static NetworkProfile Of(NetworkProfile profile) => new(Text(profile.NetworkId), Text(profile.Handle), Text(profile.DisplayName));

    private static NetworkPost Of(NetworkPost post) => post with
    {
        NetworkId = Text(post.NetworkId),
        Text = Text(post.Text),
        Author = Of(post.Author ?? Nobody),
        Permalink = Address(post.Permalink),
    };

    private static MediaReference Of(MediaReference media) =>
        media with { Reference = Cut(media.Reference, LongestHandle), MediaType = Cut(media.MediaType, 200), AltText = Text(media.AltText) };
}
