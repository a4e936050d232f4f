using System.Buffers.Text;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Entries;

/// <summary>Walks over a leaf's bytes from key to key; the first thing out of place ends the walk.</summary>
internal ref struct LeafScanner(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public bool IsGood { get; private set; } = true;

    public void Expect(ReadOnlySpan<byte> key)
    {
        IsGood = IsGood && _bytes[Position..].StartsWith(key);
        Position += IsGood ? key.Length : 0;
    }

    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> key)
    {
        Expect(key);
        var rest = _bytes[Position..];
        var end = rest[..Math.Min(rest.Length, Token.Longest + 1)].IndexOf((byte)'"');
        return end >= 0 ? Take(end, Token.IsValid(rest[..end])) : Take(0, false);
    }

    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> key)
    {
        var name = Text(key);
        IsGood = IsGood && name.Length > 0;
        return name;
    }

    public long Number(ReadOnlySpan<byte> key)
    {
        Expect(key);
        var rest = _bytes[Position..];
        var good = Utf8Parser.TryParse(rest, out long number, out var length) && number >= 0 && (rest[0] is not (byte)'0' || length == 1);
        Take(length, good && char.IsAsciiDigit((char)rest[0]));
        return number;
    }

    public ReadOnlySpan<byte> Time(ReadOnlySpan<byte> key)
    {
        Expect(key);
        var rest = _bytes[Position..];
        return rest.Length < LedgerTime.Length ? Take(0, false) : Take(LedgerTime.Length, LedgerTime.IsText(rest[..LedgerTime.Length]));
    }

    public TreeHash Hash(ReadOnlySpan<byte> key)
    {
        Expect(key);
        Span<byte> hash = stackalloc byte[TreeHash.Length];
        var rest = _bytes[Position..];
        Take(2 * TreeHash.Length, rest.Length >= 2 * TreeHash.Length && LowerHex.TryRead(rest[..(2 * TreeHash.Length)], hash));
        return IsGood ? new(hash) : default;
    }

    private ReadOnlySpan<byte> Take(int length, bool good)
    {
        IsGood = IsGood && good;
        if (!IsGood)
            return [];

        var taken = _bytes.Slice(Position, length);
        Position += length;
        return taken;
    }
}
