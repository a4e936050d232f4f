using System.Buffers;
using System.Text;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Stamping;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Exporting;

/// <summary>
/// Writes the ledger into a folder while the service goes on. It judges nothing: what was tampered with in the store arrives in
/// the export as it is, for the verifier to name.
/// </summary>
internal sealed class ExportLedger(Store<AuditModule> store, SigningKey key, ActFactory acts) : ILedgerExport
{
    public static readonly ActKind Kind = new("audit.export-ledger");
    private const int AtOnce = 500;

    private static readonly Statement<long?> Last = Statement.Of<long?>("SELECT MAX(Number) AS Number FROM audit.Entry");

    public async Task<LedgerExportSummary> ExportAsync(string folder, string recipient, CancellationToken ct)
    {
        var keys = await key.PublicAsync(ct)
            ?? throw new InvalidOperationException($"There is no readable public key in {key.PublicPath}: nothing is signed yet, or the folder was moved. Start the service once, or restore the file.");
        var export = LogExport.Begin(folder, keys);
        using var log = export.BeginLog(0);

        // Checkpoints first: what they cover is then among the entries that are read after them.
        var checkpoints = await CheckpointsAsync(log, ct);
        var next = await store.FindAsync(SequenceStatements.Next, null, ct);
        var end = Math.Max(next, (await store.FindAsync(Last, null, ct) ?? -1) + 1);
        var missing = await EntriesAsync(log, end, ct);
        await TimeStampsAsync(log, ct);
        await RecordAsync(recipient, end - missing, checkpoints, ct);
        return new(end - missing, checkpoints, missing);
    }

    private async Task<long> CheckpointsAsync(LogExportWriter log, CancellationToken ct)
    {
        var (number, count) = (0L, 0L);
        while (await store.QueryAsync(CheckpointStatements.After, new { number, take = AtOnce }, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                log.CheckpointText(row.Note);
            (number, count) = (rows[^1].Number, count + rows.Count);
        }

        return count;
    }

    private async Task TimeStampsAsync(LogExportWriter log, CancellationToken ct)
    {
        var after = 0L;
        while (await store.QueryAsync(StampStatements.After, new { after, take = AtOnce }, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                var text = SignedNote.Read(Encoding.UTF8.GetBytes(row.Note))?.TextBytes ?? [];
                log.TimeStamp(FormattableString.Invariant($"{row.Size:D12}-{row.Id}"), row.Token, text);
            }

            after = rows[^1].Id;
        }
    }

    private async Task<long> EntriesAsync(LogExportWriter log, long end, CancellationToken ct)
    {
        var words = await new Words().TextsAsync(store, ct);
        var leaf = new ArrayBufferWriter<byte>(4_096);
        var missing = 0L;
        for (var from = 0L; from < end; from += AtOnce)
        {
            var to = Math.Min(end, from + AtOnce);
            var entries = await StoredEntries.ReadAsync(store, from, to, ct);
            var hashes = await LeafHashes.ReadAsync(store, from, to, ct);
            for (var i = 0; i < entries.Length; i++)
                missing += Write(log, entries[i], hashes[i], words, leaf) ? 0 : 1;
        }

        return missing;
    }

    /// <summary>Writes an entry; false where the store has none that can be written.</summary>
    private static bool Write(LogExportWriter log, StoredEntry? entry, TreeHash? stored, Func<int, string?> words, ArrayBufferWriter<byte> leaf)
    {
        if (entry is null || StoredEntries.Leaf(entry, words, leaf) is null)
        {
            if (stored is { } hash)
                log.MissingEntry(hash);
            return false;
        }

        if (entry is { Salt: { } salt, Facts: { } facts })
            log.Entry(leaf.WrittenSpan, stored ?? default, salt, Encoding.UTF8.GetBytes(facts));
        else
            log.ErasedEntry(leaf.WrittenSpan, stored ?? default, new EntryRef(0, entry.AllowedBy ?? entry.Number));
        return true;
    }

    private async Task RecordAsync(string recipient, long entries, long checkpoints, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByCommandLine(Kind), ct);
        session.Raise(new LedgerExported(recipient, entries, checkpoints));
        await session.CommitAsync(ct);
    }
}
