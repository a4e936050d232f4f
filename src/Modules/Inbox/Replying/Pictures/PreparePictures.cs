using System.Globalization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Model;

namespace PoliceSocial.Inbox.Replying.Pictures;

/// <summary>A picture that staff chose for a reply.</summary>
/// <param name="Bytes">The file as it was uploaded.</param>
/// <param name="AltText">What it shows, for those who cannot see it.</param>
internal sealed record ChosenPicture(ReadOnlyMemory<byte> Bytes, string AltText);

/// <summary>
/// Makes what staff chose fit for the network, and durable, before the reply is stored: the file as it was uploaded is kept nowhere.
/// </summary>
internal sealed class PreparePictures(MediaStore media)
{
    /// <summary>The pictures as they go out; or why they cannot.</summary>
    public async Task<(IReadOnlyList<ReplyPictureRow> Pictures, string? Why)> RunAsync(
        long replyId, Audience audience, IReadOnlyList<ChosenPicture> chosen, PublishLimits? limits, CancellationToken ct)
    {
        if (chosen.Count == 0)
            return ([], null);
        if (audience == Audience.Private)
            return ([], "Pictures can go with a public reply only. Nothing was sent and your text is kept: take them out, or reply publicly.");
        if (limits is null)
            return ([], "The network does not say at the moment what pictures it takes. Nothing was sent and your text is kept: send it without, or try again later.");
        if (chosen.Count > limits.MediaCount)
            return ([], string.Create(CultureInfo.CurrentCulture, $"The network takes {limits.MediaCount} pictures with a reply, and you chose {chosen.Count}. Nothing was sent and your text is kept."));
        var rows = new List<ReplyPictureRow>();
        foreach (var picture in chosen)
        {
            var (drawn, why) = Redrawn.Of(picture.Bytes, limits);
            if (drawn is null)
                return ([], $"{why} Nothing was sent and your text is kept; choose the pictures again.");
            rows.Add(new()
            {
                ReplyId = replyId,
                Number = rows.Count + 1,
                Sha256 = await media.KeepAsync(drawn.Bytes, ct),
                Bytes = drawn.Bytes.Length,
                MediaType = drawn.MediaType,
                AltText = picture.AltText.Trim(),
                Width = drawn.Width,
                Height = drawn.Height,
            });
        }

        return (rows, null);
    }
}
