using System.Buffers.Binary;
using FsCheck.Xunit;
using PoliceSocial.Inbox.Attachments;
using SkiaSharp;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>Files of strangers: whatever they claim or hold, nothing of them but their pixels is shown.</summary>
public sealed class PictureTests
{
    private static readonly byte[] Png = Drawn(SKEncodedImageFormat.Png, 40, 30);

    [Fact]
    public void Picture_IsDrawnAnewAsWebp()
    {
        foreach (var (format, type) in new[] { (SKEncodedImageFormat.Png, "image/png"), (SKEncodedImageFormat.Jpeg, "image/jpeg"), (SKEncodedImageFormat.Webp, "image/webp") })
        {
            var looked = Picture.Look(Drawn(format, 40, 30), type);
            Assert.Equal((type, 40, 30, null), (looked.FoundType, looked.Width, looked.Height, looked.Problem));
            Assert.Equal("image/webp", Picture.TypeOf(looked.Preview));
        }
    }

    [Fact]
    public void Picture_ThatIsLarge_IsShownSmall()
    {
        var looked = Picture.Look(Drawn(SKEncodedImageFormat.Jpeg, 3_000, 1_500), "image/jpeg");
        Assert.Equal((1_280, 640), (looked.Width, looked.Height));
    }

    [Fact]
    public void Preview_HoldsNothingOfWhatFollowsThePicture()
    {
        var looked = Picture.Look((byte[])[.. Png, .. "<script>alert(1)</script>"u8], "image/png");
        Assert.NotNull(looked.Preview);
        Assert.Equal(-1, looked.Preview.AsSpan().IndexOf("script"u8));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("MZ\u0090 a program")]
    [InlineData("%PDF-1.7")]
    [InlineData("just words")]
    [InlineData("")]
    public void File_ThatIsNoPicture_IsNotShown(string content)
    {
        var looked = Picture.Look(System.Text.Encoding.Latin1.GetBytes(content), "image/png");
        Assert.Null(looked.Preview);
        Assert.NotNull(looked.Problem);
    }

    [Fact]
    public void File_ThatIsNotWhatItClaims_IsNotShown()
    {
        Assert.Equal("it claims to be image/jpeg and is image/png", Picture.Look(Png, "image/jpeg").Problem);
        Assert.Null(Picture.Look(Png, "image/png" + new string('x', 5_000)).Preview);
        Assert.NotNull(Picture.Look(Png, "IMAGE/PNG").Preview);
        Assert.NotNull(Picture.Look(Png, "").Preview);
        Assert.NotNull(Picture.Look(Drawn(SKEncodedImageFormat.Jpeg, 4, 4), "image/jpg").Preview);
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(0, 0)]
    public void Picture_ThatWouldFillTheMemory_IsNotDecoded(int width, int height)
    {
        var before = GC.GetTotalAllocatedBytes();
        var looked = Picture.Look(WithSize(width, height), "image/png");
        Assert.Null(looked.Preview);
        Assert.Contains(looked.Problem, new[] { "the picture is too large to be shown", "the picture cannot be read" });
        Assert.True(GC.GetTotalAllocatedBytes() - before < 50_000_000);
    }

    [Fact]
    public void Picture_ThatIsCutShort_BreaksNothing()
    {
        foreach (var format in new[] { SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp })
        {
            var whole = Drawn(format, 64, 64);
            for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 60))
                Assert.True(Picture.Look(whole.AsMemory(0, length), "image/*") is { Preview: not null } or { Problem: not null });
        }
    }

    [Property(MaxTest = 400)]
    public void Picture_WithAnyBytesChanged_BreaksNothing(byte kind, (ushort At, byte Value)[] changes)
    {
        var bytes = Drawn(new[] { SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp }[kind % 3], 24, 24);
        foreach (var (at, value) in changes)
            bytes[at % bytes.Length] = value;
        Assert.True(Picture.Look(bytes, "image/*") is { Preview: not null } or { Problem: not null });
    }

    [Property(MaxTest = 500)]
    public void AnyBytes_AreOfSomeType(byte[] bytes) => Assert.Contains('/', Picture.TypeOf(bytes));

    private static byte[] Drawn(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            using var paint = new SKPaint { Color = SKColors.DarkBlue };
            canvas.DrawOval(width / 2f, height / 2f, width / 3f, height / 3f, paint);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A small PNG whose header, with a checksum that fits, claims another size.</summary>
    private static byte[] WithSize(int width, int height)
    {
        var bytes = Drawn(SKEncodedImageFormat.Png, 8, 8);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Crc(bytes.AsSpan(12, 17)));
        return bytes;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
