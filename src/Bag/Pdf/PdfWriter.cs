using System.Globalization;
using System.IO.Compression;
using System.Text;
using PoliceSocial.Bag.Contents;

namespace PoliceSocial.Bag.Pdf;

/// <summary>Writes a PDF 1.4 that keeps PDF/A-1b, front to back, an object at a time.</summary>
internal sealed class PdfWriter(TextSink sink)
{
    private readonly List<long> _offsets = [0];

    public void Header() => sink.Put("%PDF-1.4\n"u8).Put([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>A number for an object that comes later.</summary>
    public int Reserve()
    {
        _offsets.Add(-1);
        return _offsets.Count - 1;
    }

    public void Object(int number, string body)
    {
        _offsets[number] = sink.Position;
        sink.Put(number).Put(" 0 obj\n"u8).Put(body).Put("\nendobj\n"u8);
    }

    public int Object(string body)
    {
        var number = Reserve();
        Object(number, body);
        return number;
    }

    /// <summary>A stream; packed, but for metadata, which every program must be able to find.</summary>
    public int Stream(string entries, ReadOnlySpan<byte> bytes, bool packed = true)
    {
        var number = Reserve();
        var data = packed ? Pack(bytes) : bytes.ToArray();
        _offsets[number] = sink.Position;
        sink.Put(number).Put(" 0 obj\n<< "u8).Put(entries).Put(packed ? " /Filter /FlateDecode /Length " : " /Length ").Put(data.Length).Put(" >>\nstream\n"u8);
        sink.Put(data).Put("\nendstream\nendobj\n"u8);
        return number;
    }

    public void End(int catalogue, Guid id)
    {
        var start = sink.Position;
        sink.Put("xref\n0 "u8).Put(_offsets.Count).Put("\n0000000000 65535 f \n"u8);
        foreach (var offset in _offsets.Skip(1))
            sink.Put(offset.ToString("0000000000", CultureInfo.InvariantCulture)).Put(" 00000 n \n"u8);
        var name = Convert.ToHexString(id.ToByteArray());
        sink.Put($"trailer\n<< /Size {_offsets.Count} /Root {catalogue} 0 R /ID [<{name}> <{name}>] >>\nstartxref\n{start}\n%%EOF\n");
    }

    /// <summary>A text as PDF writes it outside of pages.</summary>
    public static string Text(string text) => $"<{Convert.ToHexString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)])}>";

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream(bytes.Length / 3);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }
}
