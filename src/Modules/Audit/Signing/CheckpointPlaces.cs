using System.Text;
using Microsoft.Extensions.Options;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Signing;

/// <summary>
/// The files that hold every checkpoint outside the database: one in the data folder and, where it is configured, one where the
/// database's administrator cannot reach it. They are how an older copy of the database is found out.
/// </summary>
internal sealed class CheckpointPlaces
{
    private const string FileName = "checkpoints.txt";
    private const int AtOnce = 500;

    /// <summary>More checkpoints than are ever signed over the same entries.</summary>
    private const int OfOneSize = 50;

    private readonly Store<AuditModule> _store;

    public CheckpointPlaces(Store<AuditModule> store, DataFolder data, IOptions<AuditOptions> options)
    {
        _store = store;
        All = [new(Path.Combine(data.Path, "checkpoints", FileName)), .. Second(options.Value.CheckpointFolder)];
    }

    public IReadOnlyList<CheckpointPlace> All { get; }

    /// <summary>Compares a place with the database, and says how the database contradicts it; null where it does not.</summary>
    public async Task<Contradiction?> ContradictionAsync(CheckpointPlace place, KeyRing keys, CancellationToken ct)
    {
        if (await place.LastAsync(ct) is not { } kept)
            return null;
        if (keys.Judge(kept.Note, KeyKind.Log) != NoteTrust.Genuine)
            return new(null, $"The last checkpoint in {place.Path} was not signed by this ledger's key. Somebody wrote to that file: compare it with another copy.");
        if (await SameAsync(kept, ct) is not null || await ExplainedAsync(kept, keys, ct) is not null)
            return null;
        var latest = await LatestAsync(ct);
        return new(kept.Checkpoint, latest is null || latest.Size < kept.Checkpoint.Size
            ? $"The database is older than its checkpoints: {place.Path} proves {kept.Checkpoint.Size} entries, the database has a checkpoint of {latest?.Size ?? 0}. An old backup was put in its place."
            : $"The database has another history than {place.Path}: its checkpoint of {kept.Checkpoint.Size} entries is not in the database.");
    }

    /// <summary>Brings a place up to date, with all that it missed while it could not be written.</summary>
    public async Task CatchUpAsync(CheckpointPlace place, KeyRing? keys, CancellationToken ct)
    {
        var number = await place.LastAsync(ct) is { } kept ? await ReachedAsync(kept, keys, ct) : 0;
        while (await _store.QueryAsync(CheckpointStatements.After, new { number, take = AtOnce }, ct) is { Count: > 0 } missing)
        {
            await place.AppendAsync(missing.Select(m => m.Note), ct);
            number = missing[^1].Number;
        }
    }

    public async Task<CheckpointRow?> LatestAsync(CancellationToken ct) =>
        (await _store.QueryAsync(CheckpointStatements.Latest, new { take = 1 }, ct)).SingleOrDefault();

    public static string Text(SignedCheckpoint signed) => Encoding.UTF8.GetString(signed.Note.ToBytes());

    private static IEnumerable<CheckpointPlace> Second(string? folder) =>
        string.IsNullOrWhiteSpace(folder) ? [] : [new(Path.Combine(folder, FileName))];

    /// <summary>The number of the last of the database's checkpoints that a place has.</summary>
    private async Task<long> ReachedAsync(SignedCheckpoint kept, KeyRing? keys, CancellationToken ct)
    {
        if (await SameAsync(kept, ct) is { } same)
            return same.Number;
        var lost = keys is null ? null : await ExplainedAsync(kept, keys, ct);
        var (size, before) = lost is { } one ? (one.Restored.From, one.Number) : (kept.Checkpoint.Size, long.MaxValue);
        return (await SameOrBeforeAsync(size, before, ct))?.Number ?? 0;
    }

    /// <summary>The same checkpoint in the database; null where it is not there. One that hands over to another key can have the size of the one before.</summary>
    private async Task<CheckpointRow?> SameAsync(SignedCheckpoint kept, CancellationToken ct) =>
        (await _store.QueryAsync(CheckpointStatements.UpTo, new { size = kept.Checkpoint.Size, before = long.MaxValue, take = OfOneSize }, ct)).FirstOrDefault(r => r.Note == Text(kept));

    /// <summary>The checkpoint that says that this one was lost with a history that somebody answered for; null where none does.</summary>
    private async Task<(long Number, Restoration Restored)?> ExplainedAsync(SignedCheckpoint kept, KeyRing keys, CancellationToken ct)
    {
        foreach (var row in await _store.QueryAsync(CheckpointStatements.OfRestorations, null, ct))
        {
            if (SignedCheckpoint.Read(Encoding.UTF8.GetBytes(row.Note)) is { Checkpoint: { Restored: { } restored } at } signed
                && keys.Judge(signed.Note, KeyKind.Log) == NoteTrust.Genuine && restored.Explains(kept.Checkpoint, at.Time))
            {
                return (row.Number, restored);
            }
        }

        return null;
    }

    private async Task<CheckpointRow?> SameOrBeforeAsync(long size, long before, CancellationToken ct) =>
        (await _store.QueryAsync(CheckpointStatements.UpTo, new { size, before, take = 1 }, ct)).SingleOrDefault();
}

/// <summary>How the database contradicts a checkpoint that was kept outside it.</summary>
/// <param name="Kept">The checkpoint; null where it is not this ledger's at all.</param>
/// <param name="What">The same in a sentence.</param>
internal sealed record Contradiction(Checkpoint? Kept, string What);
