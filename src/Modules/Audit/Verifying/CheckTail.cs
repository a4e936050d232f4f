using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>
/// Compares the newest entries with their stored hashes and with the number that comes next. What older ones are is proven when a
/// checkpoint is signed, which grows from what was signed before.
/// </summary>
internal sealed class CheckTail(Store<AuditModule> store, Words words)
{
    private const int Entries = 2_000;

    /// <summary>Says what is wrong; null where nothing is.</summary>
    public async Task<Wrong?> HandleAsync(CancellationToken ct)
    {
        var last = await store.FindAsync(VerifyEntries.Last, null, ct) ?? -1;
        var next = await store.FindAsync(SequenceStatements.Next, null, ct);
        if (last >= next)
            return new(next, FormattableString.Invariant($"The ledger goes on at entry {next}, and there is an entry {last} already."));

        var from = Math.Max(0, next - Entries);
        var check = new EntryCheck(await words.TextsAsync(store, ct));
        var entries = await StoredEntries.ReadAsync(store, from, next, ct);
        var hashes = await LeafHashes.ReadAsync(store, from, next, ct);
        return entries.Select((e, i) => check.Differs(from + i, e, hashes[i])).FirstOrDefault(w => w is not null);
    }
}
