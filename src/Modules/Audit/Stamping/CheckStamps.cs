using System.Text;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.TimeStamps;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Stamping;

/// <summary>Checks every stored time-stamp against its checkpoint.</summary>
internal sealed class CheckStamps(Store<AuditModule> store)
{
    private const int AtOnce = 500;

    /// <summary>Says what is wrong; null where nothing is.</summary>
    public async Task<Wrong?> HandleAsync(CancellationToken ct)
    {
        var after = 0L;
        while (await store.QueryAsync(StampStatements.After, new { after, take = AtOnce }, ct) is { Count: > 0 } rows)
        {
            if (rows.FirstOrDefault(r => SignedNote.Read(Encoding.UTF8.GetBytes(r.Note)) is not { } note || TimeStamp.Read(r.Token, note.TextBytes) is null) is { } wrong)
                return new(null, FormattableString.Invariant($"The time-stamp {wrong.Id} in the store is not one of checkpoint {wrong.Number}. The entries themselves are whole."));
            after = rows[^1].Id;
        }

        return null;
    }
}
