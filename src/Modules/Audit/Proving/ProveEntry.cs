using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PoliceSocial.Audit.Reading;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Proofs;
using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Proving;

/// <summary>An entry with the proof that it is in the ledger, worked out now.</summary>
/// <param name="Entry">The entry in words.</param>
/// <param name="Leaf">The leaf's text; null where none can be made of what is stored.</param>
/// <param name="LeafHash">The leaf's hash as worked out from the entry.</param>
/// <param name="Checkpoint">The signed note that covers it; null where none does yet.</param>
/// <param name="Path">The hashes that lead from the leaf to the checkpoint's root.</param>
/// <param name="Size">How many entries the checkpoint covers.</param>
/// <param name="Finding">What came of verifying it now.</param>
internal sealed record ProvenEntry(
    ToldEntry Entry, string? Leaf, TreeHash? LeafHash, string? Checkpoint, IReadOnlyList<TreeHash> Path, long Size, ProofFinding Finding);

/// <summary>What came of verifying one entry.</summary>
internal enum ProofFinding
{
    /// <summary>It is in the ledger as it was written.</summary>
    Proven,

    /// <summary>It is younger than the last checkpoint.</summary>
    NotSignedYet,

    /// <summary>It is not what was written, or what leads to the checkpoint was changed.</summary>
    Wrong,
}

/// <summary>Shows one entry and proves it: makes its leaf anew and follows it to the root that the latest checkpoint signs.</summary>
internal sealed class ProveEntry(Store<AuditModule> store, Words words, TellEntries tell, SigningKey key, ActFactory acts)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entry and its proof; null where there is none of that number. The look is on record.</summary>
    public async Task<ProvenEntry?> HandleAsync(Person person, long number, CancellationToken ct)
    {
        if ((await StoredEntries.ReadAsync(store, number, number + 1, ct))[0] is not { } entry)
            return null;
        var told = (await tell.HandleAsync([entry], ct))[0];
        await using var session = await store.BeginAsync(acts.By(person, ReadLedger.Kind), ct);
        session.Raise(new LedgerViewed(FormattableString.Invariant($"entry {number} and its proof"), 1, number, number));
        await session.CommitAsync(ct);
        return await ProveAsync(told, ct);
    }

    /// <summary>The proof as a file that another program can check (RFC 9162 inclusion proof, C2SP checkpoint).</summary>
    public static string ToJson(ProvenEntry proven) => JsonSerializer.Serialize(new
    {
        leaf = proven.Leaf,
        leafHash = proven.LeafHash?.ToString(),
        index = proven.Entry.Stored.Number,
        treeSize = proven.Size,
        path = proven.Path.Select(h => h.ToString()),
        checkpoint = proven.Checkpoint,
        salt = proven.Entry.Stored.Salt is { } salt ? Convert.ToHexStringLower(salt) : null,
        facts = proven.Entry.Stored.Facts,
    }, Indented);

    private async Task<ProvenEntry> ProveAsync(ToldEntry told, CancellationToken ct)
    {
        var leaf = new ArrayBufferWriter<byte>(1_024);
        var hash = StoredEntries.Leaf(told.Stored, await words.TextsAsync(store, ct), leaf);
        var row = (await store.QueryAsync(CheckpointStatements.Latest, new { take = 1 }, ct)).SingleOrDefault();
        var signed = row is null ? null : SignedCheckpoint.Read(Encoding.UTF8.GetBytes(row.Note));
        var text = hash is null ? null : Encoding.ASCII.GetString(leaf.WrittenSpan);
        if (signed is null || signed.Checkpoint.Size <= told.Stored.Number)
            return new(told, text, hash, null, [], 0, hash is null ? ProofFinding.Wrong : ProofFinding.NotSignedYet);

        var path = await PathAsync(told.Stored.Number, signed.Checkpoint.Size, ct);
        var genuine = (await key.PublicAsync(ct))?.Judge(signed.Note, KeyKind.Log) == NoteTrust.Genuine;
        var proven = genuine && hash is { } found && path is not null
            && Inclusion.Verify(found, told.Stored.Number, signed.Checkpoint.Size, path, signed.Checkpoint.Root);
        return new(told, text, hash, row!.Note, path ?? [], signed.Checkpoint.Size, proven ? ProofFinding.Proven : ProofFinding.Wrong);
    }

    private async Task<IReadOnlyList<TreeHash>?> PathAsync(long number, long size, CancellationToken ct)
    {
        try
        {
            return await Inclusion.ProveAsync(new NodeTiles(store), number, size, ct);
        }
        catch (Exception e) when (e is LedgerDamagedException or TileMissingException)
        {
            // Hashes that the proof needs are gone from the store: that is the finding.
            return null;
        }
    }
}
