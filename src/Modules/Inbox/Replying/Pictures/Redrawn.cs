using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Inbox.Attachments;
using SkiaSharp;

namespace PoliceSocial.Inbox.Replying.Pictures;

/// <summary>A picture made anew from its pixels: nothing of the file but what can be seen goes out, not where it was taken nor with what.</summary>
/// <param name="Bytes">The new file.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record Redrawn(byte[] Bytes, string MediaType, int Width, int Height)
{
    public const int LargestUpload = 20_000_000;
    private const long MostPixels = 50_000_000;
    private const int LongestSide = 2_048;
    private const int SmallestSide = 200;

    /// <summary>Makes it anew so that the network takes it; or says why not.</summary>
    public static (Redrawn? Picture, string? Why) Of(ReadOnlyMemory<byte> bytes, PublishLimits limits)
    {
        if (bytes.Length > LargestUpload)
            return (null, "The picture is larger than 20 MB. Choose a smaller one.");
        if (Picture.TypeOf(bytes.Span) is not ("image/jpeg" or "image/png" or "image/webp" or "image/gif" or "image/bmp"))
            return (null, "The file is no picture that can be published, whatever its name says. Choose a JPEG, PNG, WebP or GIF picture.");
        var (format, type) = FormatOf(limits);
        if (type is null)
            return (null, "This network takes no pictures from the channel.");
        try
        {
            return Draw(bytes, format, type, limits.MediaBytes) is { } drawn
                ? (drawn, null)
                : (null, "The picture cannot be read, or is too large to be made small enough for the network.");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OutOfMemoryException)
        {
            return (null, "The picture cannot be read. Choose another one.");
        }
    }

    private static (SKEncodedImageFormat Format, string? Type) FormatOf(PublishLimits limits)
    {
        bool Takes(string type) => limits.MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
        return Takes("image/jpeg") ? (SKEncodedImageFormat.Jpeg, "image/jpeg")
            : Takes("image/png") ? (SKEncodedImageFormat.Png, "image/png")
            : Takes("image/webp") ? (SKEncodedImageFormat.Webp, "image/webp")
            : (default, null);
    }

    private static Redrawn? Draw(ReadOnlyMemory<byte> bytes, SKEncodedImageFormat format, string type, long most)
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels)
            return null;
        using var decoded = SKBitmap.Decode(codec);
        if (decoded is null)
            return null;
        using var upright = Picture.Turned(decoded, codec.EncodedOrigin);
        for (var side = (double)Math.Min(LongestSide, Math.Max(upright.Width, upright.Height)); side >= Math.Min(SmallestSide, Math.Max(upright.Width, upright.Height)); side *= 0.8)
        {
            if (Encode(upright, side, format, type) is { } drawn && drawn.Bytes.Length <= most)
                return drawn;
        }

        return null;
    }

    private static Redrawn? Encode(SKBitmap upright, double side, SKEncodedImageFormat format, string type)
    {
        var scale = side / Math.Max(upright.Width, upright.Height);
        var size = new SKImageInfo(Math.Max(1, (int)(upright.Width * scale)), Math.Max(1, (int)(upright.Height * scale)));
        using var surface = SKSurface.Create(size);
        if (surface is null)
            return null;

        // What is see-through would turn black in a format that has no such thing.
        surface.Canvas.Clear(SKColors.White);
        using var image = SKImage.FromBitmap(upright);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, size.Width, size.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(format, 88);
        return encoded is null ? null : new(encoded.ToArray(), type, size.Width, size.Height);
    }
}
