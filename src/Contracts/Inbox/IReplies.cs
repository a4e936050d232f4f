using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>The replies that staff wrote, for Publishing to deliver.</summary>
public interface IReplies
{
    /// <summary>A reply with all that its delivery needs, or null where there is none by that id.</summary>
    Task<ReplyToDeliver?> FindAsync(long replyId, CancellationToken ct);

    /// <summary>The bytes of one of its pictures; null where they are not there as they were stored.</summary>
    Task<byte[]?> ReadPictureAsync(long replyId, int number, CancellationToken ct);
}

/// <summary>A reply as it is to go out.</summary>
/// <param name="ReplyId">Its id.</param>
/// <param name="ChannelId">The channel it goes by.</param>
/// <param name="Private">True where only its recipient may see it.</param>
/// <param name="Text">Its text.</param>
/// <param name="InReplyTo">The network's identifier of the message it answers.</param>
/// <param name="ThreadId">The network's identifier of the thread; for a private answer to a public message null.</param>
/// <param name="Recipient">The network's identifier of the person it goes to.</param>
/// <param name="ReplyHandle">What the connector needs to place it.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="HeardAt">When the person last wrote privately, as far as known now: the network's time for answering counts from then. Null for a public answer, and where they never did.</param>
/// <param name="Pictures">Its pictures, in order; null for none.</param>
public sealed record ReplyToDeliver(
    long ReplyId, long ChannelId, bool Private, string Text, string InReplyTo, string? ThreadId, string Recipient,
    string ReplyHandle, DateTimeOffset WrittenAt, DateTimeOffset? HeardAt = null, IReadOnlyList<ReplyPicture>? Pictures = null)
{
    /// <summary>SHA-256 over all that is published: what was approved is told from what was not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pictures">The pictures, in order.</param>
    public static byte[] DigestOf(string text, IReadOnlyList<ReplyPicture> pictures) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(text + string.Concat(pictures.Select(p => $"\n\0{p.Sha256} {p.AltText.Length} {p.AltText}"))));
}

/// <summary>A picture of a reply, made anew and stored before the reply was.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="AltText">What it shows, for those who cannot see it.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record ReplyPicture(int Number, string Sha256, string MediaType, string AltText, int Width, int Height);
