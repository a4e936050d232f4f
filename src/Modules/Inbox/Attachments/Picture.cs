using SkiaSharp;

namespace PoliceSocial.Inbox.Attachments;

/// <summary>What an attachment's bytes are, whatever they claim.</summary>
/// <param name="FoundType">The type by content; <c>application/octet-stream</c> where it is none that is known.</param>
/// <param name="Preview">A WebP picture made anew from the pixels, or null where it is not shown.</param>
/// <param name="Width">Of the preview.</param>
/// <param name="Height">Of the preview.</param>
/// <param name="Problem">Why it is not shown, or null.</param>
internal sealed record Looked(string FoundType, byte[]? Preview, int Width, int Height, string? Problem);

/// <summary>
/// Looks at a stranger's file: the type by its first bytes, then decodes it and encodes the pixels anew, so that nothing of the
/// original but its picture reaches a browser.
/// </summary>
internal static class Picture
{
    private const long MostPixels = 50_000_000;
    private const int PreviewSide = 1_280;
    private const int Quality = 80;

    public static Looked Look(ReadOnlyMemory<byte> bytes, string claimed)
    {
        var found = TypeOf(bytes.Span);
        if (!found.StartsWith("image/", StringComparison.Ordinal))
            return new(found, null, 0, 0, found.StartsWith("application/octet", StringComparison.Ordinal) ? "it is of no known type" : $"it is a file of type {found}");
        if (claimed.Length > 0 && claimed != "image/*" && !Same(claimed, found))
            return new(found, null, 0, 0, $"it claims to be {Short(claimed)} and is {found}");
        try
        {
            return Preview(bytes, found);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OutOfMemoryException)
        {
            return new(found, null, 0, 0, "the picture cannot be read");
        }
    }

    /// <summary>The type by the first bytes.</summary>
    public static string TypeOf(ReadOnlySpan<byte> b) => b switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "video/mp4",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "video/webm",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "application/pdf",
        [(byte)'P', (byte)'K', 3, 4, ..] => "application/zip",
        [(byte)'M', (byte)'Z', ..] => "application/x-msdownload",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "application/x-elf",
        [(byte)'<', ..] => "text/html",
        _ => "application/octet-stream",
    };

    private static Looked Preview(ReadOnlyMemory<byte> bytes, string found)
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return new(found, null, 0, 0, "the picture cannot be read");
        if ((long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels)
            return new(found, null, 0, 0, "the picture is too large to be shown");
        using var decoded = SKBitmap.Decode(codec);
        if (decoded is null)
            return new(found, null, 0, 0, "the picture cannot be read");
        var scale = Math.Min(1.0, (double)PreviewSide / Math.Max(decoded.Width, decoded.Height));
        var size = new SKSizeI(Math.Max(1, (int)(decoded.Width * scale)), Math.Max(1, (int)(decoded.Height * scale)));
        using var small = decoded.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (small is null)
            return new(found, null, 0, 0, "the picture cannot be read");
        using var upright = Turned(small, codec.EncodedOrigin);
        using var image = SKImage.FromBitmap(upright);
        using var webp = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return new(found, webp.ToArray(), upright.Width, upright.Height, null);
    }

    /// <summary>Cameras store pictures lying on their side with a mark; the pixels are turned, since the mark does not survive.</summary>
    public static SKBitmap Turned(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        var degrees = origin switch
        {
            SKEncodedOrigin.RightTop => 90,
            SKEncodedOrigin.BottomRight => 180,
            SKEncodedOrigin.LeftBottom => 270,
            _ => 0,
        };
        if (degrees == 0)
            return bitmap.Copy();
        var turned = degrees == 180 ? new SKBitmap(bitmap.Width, bitmap.Height) : new SKBitmap(bitmap.Height, bitmap.Width);
        using var canvas = new SKCanvas(turned);
        canvas.Translate(turned.Width / 2f, turned.Height / 2f);
        canvas.RotateDegrees(degrees);
        canvas.Translate(-bitmap.Width / 2f, -bitmap.Height / 2f);
        canvas.DrawBitmap(bitmap, 0, 0);
        return turned;
    }

    /// <summary>Some networks write "image/jpg", which is no registered type and no lie.</summary>
    private static bool Same(string claimed, string found) =>
        string.Equals(claimed, found, StringComparison.OrdinalIgnoreCase)
        || (found == "image/jpeg" && claimed.ToLowerInvariant() is ("image/jpg" or "image/pjpeg"));

    private static string Short(string claimed) => claimed.Length <= 60 ? claimed : claimed[..60];
}
