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
    private readonly Store<AuditModule> _store;

    public CheckpointPlaces(Store<AuditModule> store, DataFolder data, IOptions<AuditOptions> options)
    {
        _store = store;
        All = [new(Path.Combine(data.Path, "checkpoints", FileName)), .. Second(options.Value.CheckpointFolder)];
    }

    public IReadOnlyList<CheckpointPlace> All { get; }

    /// <summary>Compares a place with the database, and says in a sentence how the database contradicts it; null where it does not.</summary>
    public async Task<string?> ContradictionAsync(CheckpointPlace place, KeyRing keys, CancellationToken ct)
    {
        if (await place.LastAsync(ct) is not { } kept)
            return null;
        if (keys.Judge(kept.Note, KeyKind.Log) != NoteTrust.Genuine)
            return $"The last checkpoint in {place.Path} was not signed by this ledger's key. Somebody wrote to that file: compare it with another copy.";
        var row = await SameOrBeforeAsync(kept.Checkpoint.Size, ct);
        if (row is not null && row.Note == Text(kept))
            return null;
        var latest = await LatestAsync(ct);
        return latest is null || latest.Size < kept.Checkpoint.Size
            ? $"The database is older than its checkpoints: {place.Path} proves {kept.Checkpoint.Size} entries, the database has a checkpoint of {latest?.Size ?? 0}. An old backup was put in its place."
            : $"The database has another history than {place.Path}: its checkpoint of {kept.Checkpoint.Size} entries is not in the database.";
    }

    /// <summary>Brings a place up to date, with all that it missed while it could not be written.</summary>
    public async Task CatchUpAsync(CheckpointPlace place, CancellationToken ct)
    {
        var kept = await place.LastAsync(ct);
        var number = kept is null ? 0 : (await SameOrBeforeAsync(kept.Checkpoint.Size, ct))?.Number ?? 0;
        while (await _store.QueryAsync(CheckpointStatements.After, new { number, take = AtOnce }, ct) is { Count: > 0 } missing)
        {
            await place.AppendAsync(missing.Select(m => m.Note), ct);
            number = missing[^1].Number;
        }
    }

    public async Task<CheckpointRow?> LatestAsync(CancellationToken ct) =>
        (await _store.QueryAsync(CheckpointStatements.Latest, new { take = 1 }, ct)).SingleOrDefault();

    public static string Text(SignedCheckpoint signed) => System.Text.Encoding.UTF8.GetString(signed.Note.ToBytes());

    private static IEnumerable<CheckpointPlace> Second(string? folder) =>
        string.IsNullOrWhiteSpace(folder) ? [] : [new(Path.Combine(folder, FileName))];

    private async Task<CheckpointRow?> SameOrBeforeAsync(long size, CancellationToken ct) =>
        (await _store.QueryAsync(CheckpointStatements.UpTo, new { size, take = 1 }, ct)).SingleOrDefault();
}
