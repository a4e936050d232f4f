using System.Text;

namespace PoliceSocial.Bag.Zip;

/// <summary>The few numbers of the zip format (PKWARE APPNOTE 6.3) that a bag needs.</summary>
internal static class ZipFormat
{
    public const uint LocalSignature = 0x04034B50;
    public const uint DescriptorSignature = 0x08074B50;
    public const uint CentralSignature = 0x02014B50;
    public const uint EndSignature = 0x06054B50;
    public const uint End64Signature = 0x06064B50;
    public const uint Locator64Signature = 0x07064B50;
    public const int LocalLength = 30;
    public const int CentralLength = 46;
    public const int EndLength = 22;
    public const int End64Length = 56;
    public const int Locator64Length = 20;
    public const int DescriptorLength = 16;
    public const int Descriptor64Length = 24;
    public const ushort Zip64Extra = 0x0001;
    public const ushort Version64 = 45;
    public const ushort MadeOnUnix = (3 << 8) | Version64;
    public const uint RegularFile = 0x81A4u << 16;

    /// <summary>Sizes and checksum follow the data.</summary>
    public const ushort SizesFollow = 1 << 3;

    /// <summary>The name is UTF-8.</summary>
    public const ushort NameIsUtf8 = 1 << 11;

    /// <summary>What the deflater says of its own effort; it means nothing to a reader.</summary>
    public const ushort DeflateEffort = 3 << 1;

    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    public static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>An instant in the two-second steps that zip knows, in UTC.</summary>
    public static (ushort Time, ushort Date) Dos(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        var year = Math.Clamp(utc.Year, 1980, 2107);
        return ((ushort)((utc.Hour << 11) | (utc.Minute << 5) | (utc.Second / 2)), (ushort)(((year - 1980) << 9) | (utc.Month << 5) | utc.Day));
    }
}
