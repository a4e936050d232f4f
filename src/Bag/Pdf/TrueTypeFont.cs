using System.Buffers.Binary;

namespace PoliceSocial.Bag.Pdf;

/// <summary>What a PDF needs to know of a TrueType font: which glyph a character has, and how wide it is.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int At, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly ushort[] _glyphs = new ushort[0x10000];
    private readonly ushort[] _widths;

    private TrueTypeFont(byte[] bytes)
    {
        _bytes = bytes;
        for (var (i, count) = (0, U16(4)); i < count; i++)
            _tables[System.Text.Encoding.ASCII.GetString(bytes, 12 + (i * 16), 4)] = ((int)U32(12 + (i * 16) + 8), (int)U32(12 + (i * 16) + 12));
        var (head, hhea) = (_tables["head"].At, _tables["hhea"].At);
        UnitsPerEm = U16(head + 18);
        Box = [Scaled(S16(head + 36)), Scaled(S16(head + 38)), Scaled(S16(head + 40)), Scaled(S16(head + 42))];
        (Ascent, Descent) = (Scaled(S16(hhea + 4)), Scaled(S16(hhea + 6)));
        _widths = ReadWidths(U16(_tables["maxp"].At + 4), U16(hhea + 34), _tables["hmtx"].At);
        ReadCharacters(_tables["cmap"].At);
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public int UnitsPerEm { get; }

    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>Reads a font; null where the bytes are not a TrueType font that a PDF can embed.</summary>
    public static TrueTypeFont? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return bytes.Length > 12 && BinaryPrimitives.ReadUInt32BigEndian(bytes.Span) == 0x00010000 ? new(bytes.ToArray()) : null;
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A character's glyph; 0 where the font has none.</summary>
    public ushort Glyph(char character) => _glyphs[character];

    /// <summary>A glyph's width in thousandths of the font's size.</summary>
    public int Width(ushort glyph) => _widths[Math.Min(glyph, _widths.Length - 1)];

    private ushort[] ReadWidths(int glyphs, int measured, int at)
    {
        var widths = new ushort[glyphs];
        for (var i = 0; i < glyphs; i++)
            widths[i] = (ushort)Scaled(U16(at + (Math.Min(i, measured - 1) * 4)));
        return widths;
    }

    private void ReadCharacters(int cmap)
    {
        for (var (i, count) = (0, U16(cmap + 2)); i < count; i++)
        {
            var at = cmap + (int)U32(cmap + 4 + (i * 8) + 4);
            if (U16(cmap + 4 + (i * 8)) is 3 or 0 && U16(at) == 4)
            {
                ReadFormat4(at);
                return;
            }
        }

        throw new KeyNotFoundException("The font has no table of characters that is understood here.");
    }

    private void ReadFormat4(int at)
    {
        var segments = U16(at + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var end = U16(at + 14 + (i * 2));
            var start = U16(at + 16 + (segments * 2) + (i * 2));
            var delta = U16(at + 16 + (segments * 4) + (i * 2));
            var rangeAt = at + 16 + (segments * 6) + (i * 2);
            var range = U16(rangeAt);
            for (var c = (int)start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : U16(rangeAt + range + ((c - start) * 2));
                _glyphs[c] = glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));
}
