using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>Text on its way into a file of the bag.</summary>
internal sealed class TextSink(BagFileStream file) : IBufferWriter<byte>
{
    private const int Full = 1 << 16;
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ArrayBufferWriter<byte> _buffer = new(Full + 8_192);

    /// <summary>How many bytes the file has so far.</summary>
    public long Position => file.Length + _buffer.WrittenCount;

    public TextSink Put(ReadOnlySpan<byte> utf8)
    {
        _buffer.Write(utf8);
        return this;
    }

    public TextSink Put(string text)
    {
        Encoding.UTF8.GetBytes(text, _buffer);
        return this;
    }

    public TextSink Put(long number)
    {
        number.TryFormat(_buffer.GetSpan(24), out var written, default, CultureInfo.InvariantCulture);
        _buffer.Advance(written);
        return this;
    }

    /// <summary>Text as HTML shows it.</summary>
    public TextSink Shown(string text)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var plain = rest.IndexOfAny("<>&\"'");
            Encoding.UTF8.GetBytes(plain < 0 ? rest : rest[..plain], _buffer);
            if (plain < 0)
                return this;
            Put(Html.Encode(rest[plain].ToString()));
            rest = rest[(plain + 1)..];
        }
    }

    /// <summary>An instant for machines.</summary>
    public TextSink Instant(DateTimeOffset at)
    {
        at.UtcDateTime.TryFormat(_buffer.GetSpan(40), out var written, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        _buffer.Advance(written);
        return this;
    }

    public void Advance(int count) => _buffer.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    /// <summary>Passes on what has gathered, once it is worth it.</summary>
    public ValueTask PassAsync(CancellationToken ct) => _buffer.WrittenCount < Full ? ValueTask.CompletedTask : EndAsync(ct);

    /// <summary>Passes on all that has gathered.</summary>
    public async ValueTask EndAsync(CancellationToken ct)
    {
        await file.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }
}
