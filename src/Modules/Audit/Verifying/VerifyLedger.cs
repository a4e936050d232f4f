using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Stamping;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>Verifies the whole ledger, for an auditor who asked for it. Begun at once, done in the background, its result kept.</summary>
internal sealed class VerifyLedger(Store<AuditModule> store, SigningKey key, CheckStamps stamps, VerificationProgress progress, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("audit.verify-ledger");

    /// <summary>Puts on record that somebody asked; false where one runs already.</summary>
    public async Task<bool> BeginAsync(Act act, CancellationToken ct)
    {
        var id = ids.New();
        if (!progress.TryTake(id))
            return false;
        await using var session = await store.BeginAsync(act, ct);
        await session.ExecuteAsync(VerificationStatements.Begin, new { id, at = clock.GetUtcNow(), by = act.Actor.Id }, ct);
        session.Raise(new VerificationBegun(id));
        await session.CommitAsync(ct);
        progress.Ask(act, id);
        return true;
    }

    /// <summary>Does it, and keeps what came of it.</summary>
    public async Task<Verdict> RunAsync(Act act, long id, CancellationToken ct)
    {
        var verdict = await key.PublicAsync(ct) is { } keys
            ? await new VerifyEntries(store, keys).RunAsync(progress.Tell, ct)
            : new(0, 0, 0, 0, null, $"There is no readable public key in {key.PublicPath}, so nothing can be proven. Restore it from your backup of the data folder.");
        if (verdict.IsWhole && await stamps.HandleAsync(ct) is { } wrong)
            verdict = verdict with { What = wrong.What };
        await using var session = await store.BeginAsync(act, ct);
        await session.ExecuteAsync(VerificationStatements.End, new
        {
            id,
            at = clock.GetUtcNow(),
            entries = verdict.Entries,
            checkpoints = verdict.Checkpoints,
            tail = verdict.Tail,
            erased = verdict.Erased,
            firstWrong = verdict.FirstWrong,
            what = verdict.What,
        }, ct);
        session.Raise(new VerificationEnded(id, verdict.Entries, verdict.Checkpoints, verdict.FirstWrong, verdict.What));
        await session.CommitAsync(ct);
        return verdict;
    }
}
