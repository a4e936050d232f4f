using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using PoliceSocial.Audit.Reading;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Proofs;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Exporting;

/// <summary>Gives out the entries about some subjects with their proofs, for an evidence bag. Whoever asks puts the disclosure on record.</summary>
internal sealed class ExtractLedger(Store<AuditModule> store, SigningKey key, Words words, TellEntries tell) : ILedgerExtract
{
    private const int AtOnce = 500;

    private static readonly Statement<long> Numbers = Statement.Of<long>(
        "SELECT Number FROM audit.Entry WHERE SubjectId IN @ids AND SubjectKind = @kind AND Number < @size");

    private static readonly Statement<StoredEntry> Entries = Statement.Of<StoredEntry>(
        """
        SELECT e.Number, e.EventId, e.At, e.Type, e.Act, e.ActId, e.ActorKind, e.ActorId, e.SubjectKind, e.SubjectId, e.SubjectName, e.SessionId,
               e.HasPurpose, e.Family, d.Salt, w.Text AS Shape, d.Facts AS Packed, x.Seal, x.AllowedBy
        FROM audit.Entry e
        LEFT JOIN audit.Detail d ON d.Number = e.Number
        LEFT JOIN audit.Word w ON w.Id = d.Shape
        LEFT JOIN audit.Erased x ON x.Number = e.Number
        WHERE e.Number IN @numbers
        ORDER BY e.Number
        """);

    public async Task<LedgerFound?> FindAsync(IReadOnlyList<(string Kind, IReadOnlyList<long> Ids)> subjects, CancellationToken ct)
    {
        var row = (await store.QueryAsync(CheckpointStatements.Latest, new { take = 1 }, ct)).SingleOrDefault();
        var keys = await key.PublicAsync(ct);
        if (row is null || keys is null || SignedCheckpoint.Read(Encoding.UTF8.GetBytes(row.Note)) is not { Checkpoint.Size: > 0 } signed)
            return null;
        var numbers = await NumbersAsync(subjects, signed.Checkpoint.Size, ct);
        return new(string.Concat(keys.Keys.Select(k => $"{k}\n")), row.Note, EntriesAsync(numbers, signed.Checkpoint.Size, ct));
    }

    private async Task<long[]> NumbersAsync(IReadOnlyList<(string Kind, IReadOnlyList<long> Ids)> subjects, long size, CancellationToken ct)
    {
        var numbers = new List<long>();
        foreach (var (kind, ids) in subjects)
        {
            var word = await words.FindAsync(store, kind, ct);
            foreach (var part in ids.Chunk(AtOnce))
                numbers.AddRange(await store.QueryAsync(Numbers, new { ids = part, kind = word, size }, ct));
        }

        return [.. numbers.Order()];
    }

    private async IAsyncEnumerable<LedgerEntryFound> EntriesAsync(long[] numbers, long size, [EnumeratorCancellation] CancellationToken ct)
    {
        var proofs = new ManyProofs(new KeptTiles(new NodeTiles(store)), size);
        var texts = await words.TextsAsync(store, ct);
        var leaf = new ArrayBufferWriter<byte>(1_024);
        foreach (var part in numbers.Chunk(AtOnce))
        {
            var told = await tell.HandleAsync(await store.QueryAsync(Entries, new { numbers = part }, ct), ct);
            var paths = await proofs.PathsAsync(part, ct);
            foreach (var (one, path) in told.Zip(paths))
            {
                // An entry of which no leaf can be made was tampered with: the ledger's own alarm names it, and it proves nothing here.
                if (StoredEntries.Leaf(one.Stored, texts, leaf) is null)
                    continue;
                yield return new(
                    one.Stored.Number, one.Type, one.Stored.At, one.Who, one.Phrase, Encoding.ASCII.GetString(leaf.WrittenSpan),
                    one.Stored.Salt is { } salt ? Convert.ToHexStringLower(salt) : null, one.Stored.Facts, one.Stored.AllowedBy, [.. path.Select(h => h.ToString())]);
            }
        }
    }
}
