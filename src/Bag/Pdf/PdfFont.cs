using System.Buffers;
using System.Globalization;
using System.Text;

namespace PoliceSocial.Bag.Pdf;

/// <summary>The one font of a PDF: turns text into glyphs, remembers which were used, and is embedded whole.</summary>
internal sealed class PdfFont(TrueTypeFont font)
{
    private const string Hex = "0123456789ABCDEF";
    private readonly char[] _used = new char[0x10000];

    /// <summary>Text in characters that the font has; another is written as its number, since a missing glyph would hide it.</summary>
    public string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(_plain) && font.Glyph('A') != 0)
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || (rune.IsBmp && font.Glyph((char)rune.Value) != 0 && rune.Value >= ' '))
                shown.Append(rune);
            else if (rune.Value is '\t' or '\r')
                shown.Append(' ');
            else if (rune.Value is not (0xFE0F or 0x200D))
                shown.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        }

        return shown.ToString();
    }

    public int Width(char character) => font.Width(font.Glyph(character));

    /// <summary>Writes text as the glyphs' numbers.</summary>
    public void Show(IBufferWriter<byte> to, ReadOnlySpan<char> text)
    {
        var span = to.GetSpan(text.Length * 4);
        var at = 0;
        foreach (var character in text)
        {
            var glyph = font.Glyph(character);
            if (_used[glyph] == 0)
                _used[glyph] = character;
            for (var shift = 12; shift >= 0; shift -= 4)
                span[at++] = (byte)Hex[(glyph >> shift) & 15];
        }

        to.Advance(at);
    }

    /// <summary>Writes the font and gives its number.</summary>
    public int Write(PdfWriter pdf)
    {
        var file = pdf.Stream($"/Length1 {font.Bytes.Length}", font.Bytes.Span);
        var descriptor = pdf.Object(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /Evidence /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.Ascent} /StemV 80 /FontFile2 {file} 0 R >>"));
        var widths = new StringBuilder();
        foreach (var glyph in Used())
            widths.Append(CultureInfo.InvariantCulture, $"{glyph} [{font.Width(glyph)}] ");
        var descendant = pdf.Object($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Evidence /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW {font.Width(0)} /W [{widths}] /CIDToGIDMap /Identity >>");
        var unicode = pdf.Stream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return pdf.Object($"<< /Type /Font /Subtype /Type0 /BaseFont /Evidence /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in Used().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var glyph in part)
                map.Append(CultureInfo.InvariantCulture, $"<{(int)glyph:X4}> <{(int)_used[glyph]:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private IEnumerable<ushort> Used() => Enumerable.Range(0, _used.Length).Where(g => _used[g] != 0).Select(g => (ushort)g);

    private readonly SearchValues<char> _plain = SearchValues.Create([.. Enumerable.Range(32, 95).Select(c => (char)c), '\n']);
}
