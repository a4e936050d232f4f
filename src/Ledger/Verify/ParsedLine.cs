using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// One exported line, taken apart. Reading it prepares the buffer for hashing in place: the byte before the leaf becomes the 0x00
/// that RFC 9162 puts before a leaf, and the salt's bytes come to lie right before the facts.
/// </summary>
internal readonly ref struct ParsedLine
{
    public long Index { get; private init; }

    public ReadOnlySpan<byte> Time { get; private init; }

    public Slice Leaf { get; private init; }

    public Slice Facts { get; private init; }

    public TreeHash FactsSaid { get; private init; }

    public EntryRef? ErasedBy { get; private init; }

    public Erasure? Erasure { get; private init; }

    public static bool TryRead(Span<byte> buffer, Slice at, out ParsedLine parsed)
    {
        parsed = default;
        var line = buffer.Slice(at.Start, at.Length);
        var start = EntryLine.Leaf.Length;
        if (!line.StartsWith(EntryLine.Leaf) || !LeafView.TryReadStart(line[start..], out var leaf, out var length))
            return false;

        var end = start + length;
        var facts = default(Slice);
        var erasedBy = default(EntryRef?);
        if (!TryReadFacts(line, end, at.Start, out facts) && !TryReadErased(line[end..], out erasedBy))
            return false;

        line[start - 1] = 0x00;
        parsed = new()
        {
            Index = leaf.Index,
            Time = leaf.Time,
            Leaf = new(at.Start + start - 1, length + 1),
            Facts = facts,
            FactsSaid = leaf.Facts,
            ErasedBy = erasedBy,
            Erasure = Entries.Erasure.Read(leaf.Event, leaf.Subject),
        };
        return true;
    }

    private static bool TryReadFacts(Span<byte> line, int from, int offset, out Slice facts)
    {
        const int HexLength = 2 * Entries.Facts.SaltLength;
        var (hex, key) = (from + EntryLine.Salt.Length, from + EntryLine.Salt.Length + HexLength);
        var start = key + EntryLine.Facts.Length;
        facts = new(offset + start - Entries.Facts.SaltLength, line.Length - 1 - start + Entries.Facts.SaltLength);
        if (line.Length <= start || line[^1] != '}' || !line[from..].StartsWith(EntryLine.Salt) || !line[key..].StartsWith(EntryLine.Facts))
            return false;

        Span<byte> salt = stackalloc byte[Entries.Facts.SaltLength];
        if (!LowerHex.TryRead(line.Slice(hex, HexLength), salt) || !Entries.Facts.AreLine(line[start..^1]))
            return false;

        salt.CopyTo(line[(start - salt.Length)..]);
        return true;
    }

    private static bool TryReadErased(ReadOnlySpan<byte> rest, out EntryRef? by)
    {
        var reads = rest.StartsWith(EntryLine.Erased) && rest.EndsWith(EntryLine.ErasedEnd)
            && rest.Length is > 12 and < 64;
        by = reads ? EntryRef.Read(rest[EntryLine.Erased.Length..^EntryLine.ErasedEnd.Length]) : null;
        return by is not null;
    }
}
