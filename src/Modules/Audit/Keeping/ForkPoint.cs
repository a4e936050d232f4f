using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Ledger.Verify;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Keeping;

/// <summary>Finds out up to where the database and the checkpoints kept outside it tell the same history.</summary>
internal sealed class ForkPoint(Store<AuditModule> store, CheckpointPlaces places)
{
    private const int AtOnce = 500;

    /// <summary>How many entries the last checkpoint covers that the database and every place have.</summary>
    public async Task<long> SizeAsync(CancellationToken ct)
    {
        var shared = long.MaxValue;
        foreach (var place in places.All.Where(p => File.Exists(p.Path)))
            shared = Math.Min(shared, await WithAsync(place, ct));
        return shared == long.MaxValue ? 0 : shared;
    }

    private async Task<long> WithAsync(CheckpointPlace place, CancellationToken ct)
    {
        var kept = LedgerVerifier.EachCheckpoint(place.Path).Select(k => Hash(CheckpointPlaces.Text(k))).ToHashSet();
        var number = long.MaxValue;
        while (await store.QueryAsync(CheckpointStatements.BeforeNumber, new { number, take = AtOnce }, ct) is { Count: > 0 } rows)
        {
            if (rows.FirstOrDefault(r => kept.Contains(Hash(r.Note))) is { } known)
                return known.Size;
            number = rows[^1].Number;
        }

        return 0;
    }

    private static TreeHash Hash(string note) => new(SHA256.HashData(Encoding.UTF8.GetBytes(note)));
}
