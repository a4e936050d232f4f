using System.Buffers;
using System.Buffers.Text;
using System.Text;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Entries;

/// <summary>Writes an entry's leaf: the exact bytes that the tree hashes (<c>docs/ledger-format.md</c>).</summary>
public static class LeafWriter
{
    /// <summary>Writes the leaf and returns its hash in the tree.</summary>
    /// <exception cref="ArgumentException">A text is not a token: it would put more than identifiers into the ledger.</exception>
    public static TreeHash Write(in LedgerEntry entry, IBufferWriter<byte> to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entry.Index);
        var leaf = to.GetSpan(LeafKeys.Room + (12 * Token.Longest));
        var at = 0;
        Put(leaf, ref at, LeafKeys.Index);
        Utf8Formatter.TryFormat(entry.Index, leaf[at..], out var digits);
        at += digits;
        Put(leaf, ref at, LeafKeys.Id, Named(entry.Id));
        Put(leaf, ref at, LeafKeys.Time);
        at += LedgerTime.Write(entry.Time, leaf[at..]);
        Put(leaf, ref at, LeafKeys.Module, Named(entry.Module));
        Put(leaf, ref at, LeafKeys.Event, Named(entry.Event));
        Put(leaf, ref at, LeafKeys.Act, entry.Act);
        Put(leaf, ref at, LeafKeys.ActId, entry.ActId);
        Put(leaf, ref at, LeafKeys.ActorKind, entry.ActorKind);
        Put(leaf, ref at, LeafKeys.ActorId, entry.ActorId);
        Put(leaf, ref at, LeafKeys.Subject, entry.Subject);
        Put(leaf, ref at, LeafKeys.Session, entry.Session);
        Put(leaf, ref at, LeafKeys.Address, entry.Address);
        Put(leaf, ref at, LeafKeys.Purpose, entry.Purpose);
        Put(leaf, ref at, LeafKeys.Facts);
        Span<byte> facts = stackalloc byte[TreeHash.Length];
        entry.Facts.CopyTo(facts);
        Convert.TryToHexStringLower(facts, leaf[at..], out var hex);
        at += hex;
        Put(leaf, ref at, LeafKeys.End);
        var hash = TreeHasher.Leaf(leaf[..at]);
        to.Advance(at);
        return hash;
    }

    private static void Put(Span<byte> leaf, ref int at, ReadOnlySpan<byte> key)
    {
        key.CopyTo(leaf[at..]);
        at += key.Length;
    }

    private static void Put(Span<byte> leaf, ref int at, ReadOnlySpan<byte> key, string? text)
    {
        if (!Token.IsValid(text))
            throw new ArgumentException($"'{text}' cannot stand in a ledger leaf: only identifiers and codes can. Put it into the facts.");

        Put(leaf, ref at, key);
        at += Encoding.ASCII.GetBytes(text, leaf[at..]);
    }

    private static string Named(string text) =>
        text.Length > 0 ? text : throw new ArgumentException("A ledger entry needs an id, a module and an event.");
}
