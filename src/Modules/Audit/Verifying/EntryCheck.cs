using System.Buffers;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Audit.Verifying;

/// <summary>Compares a stored entry with the hash that it had when it was added.</summary>
internal sealed class EntryCheck(Func<int, string?> words)
{
    private readonly ArrayBufferWriter<byte> _leaf = new(4_096);

    /// <summary>Says what is wrong with an entry; null where nothing is.</summary>
    public Wrong? Differs(long number, StoredEntry? entry, TreeHash? stored)
    {
        if (entry is null)
            return new(number, FormattableString.Invariant($"Entry {number} is missing, or its row cannot be read."));
        if (stored is null)
            return new(number, FormattableString.Invariant($"The stored hash of entry {number} is missing."));
        if (StoredEntries.Leaf(entry, words, _leaf) is not { } found)
            return new(number, FormattableString.Invariant($"Entry {number} was changed: no leaf can be made of it, or its details are gone."));
        if (found != stored)
            return new(number, FormattableString.Invariant($"Entry {number} was changed, or its stored hash: they do not belong together."));
        return EventCatalogue.FamilyOf(words(entry.Type) ?? "") is { } family && (int)family != entry.Family
            ? new(number, FormattableString.Invariant($"Entry {number} is filed under another kind of record than its event belongs to."))
            : null;
    }
}
