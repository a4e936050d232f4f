using System.Text;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>Whether details that are gone were allowed to go, by a later entry that names them.</summary>
internal sealed class Erasures(IRead store)
{
    private readonly Dictionary<long, Erasure?> _allowing = [];

    public long Allowed { get; private set; }

    /// <summary>Says what is wrong with an erasure; null where it is allowed.</summary>
    public async Task<Wrong?> RefusesAsync(long number, long allowedBy, Func<int, string?> words, CancellationToken ct)
    {
        if (!_allowing.TryGetValue(allowedBy, out var erasure))
            _allowing[allowedBy] = erasure = await ReadAsync(allowedBy, words, ct);
        if (allowedBy <= number || erasure?.Allows(0, number, number) != true)
            return new(number, FormattableString.Invariant($"The details of entry {number} are gone, and entry {allowedBy} does not allow it."));
        Allowed++;
        return null;
    }

    private async Task<Erasure?> ReadAsync(long number, Func<int, string?> words, CancellationToken ct)
    {
        if ((await StoredEntries.ReadAsync(store, number, number + 1, ct))[0] is not { } entry)
            return null;
        var leaf = Leaf.Entry(entry, default, words(entry.Type) ?? "", "", words(entry.SubjectKind) ?? "");
        return Erasure.Read(Encoding.ASCII.GetBytes(leaf.Event), Encoding.ASCII.GetBytes(leaf.Subject));
    }
}
