using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Keeping;

/// <summary>
/// After a disaster an older backup may be all there is. Somebody answers for it: a signed checkpoint says up to where both
/// histories are one and what was lost, the ledger goes on, and every verification from then on tells it.
/// </summary>
internal sealed class AcceptRestore(
    Store<AuditModule> store, SigningKey key, SignCheckpoint sign, CheckpointPlaces places, ForkPoint fork, LedgerHealth health, TimeProvider clock)
{
    public static readonly ActKind Kind = new("audit.accept-restore");

    /// <summary>How the database contradicts what was kept outside it, worst first; empty where it does not.</summary>
    public async Task<IReadOnlyList<Contradiction>> ContradictionsAsync(CancellationToken ct)
    {
        var found = new List<Contradiction>();
        if (await key.PublicAsync(ct) is not { } keys)
            return found;
        foreach (var place in places.All)
        {
            if (await places.ContradictionAsync(place, keys, ct) is { } contradiction)
                found.Add(contradiction);
        }

        return [.. found.OrderByDescending(f => f.Kept?.Size ?? long.MaxValue)];
    }

    public async Task<LedgerKeepingAnswer> HandleAsync(Act act, string reason, CancellationToken ct)
    {
        if (Reason.Problem(reason) is { } problem)
            return new(false, problem);
        try
        {
            return await ContradictionsAsync(ct) switch
            {
                [] => new(false, "The database contradicts nothing that was kept outside it: there is nothing to answer for."),
                [{ Kept: null } forged, ..] => new(false, $"{forged.What} That cannot be answered for: put the file right, or take it away."),
                [var worst, ..] => await GoOnAsync(act, reason.Trim(), worst.Kept!, ct),
            };
        }
        catch (Exception e) when (e is SigningKeyException or LedgerDamagedException or IOException)
        {
            return new(false, $"Nothing was accepted. {e.Message}");
        }
    }

    private async Task<LedgerKeepingAnswer> GoOnAsync(Act act, string reason, Checkpoint lost, CancellationToken ct)
    {
        if (await sign.PrepareAsync(ct) is not { } next)
            return new(false, "The database has no signed checkpoint at all, so it is no older copy of this ledger. Restore a backup that has one.");
        var restored = new Restoration(Math.Min(await fork.SizeAsync(ct), lost.Size - 1), lost.Size, lost.Root);
        var signed = new CheckpointSigner(await key.GetAsync(next.Last, ct)).GoOnFrom(next.Last, next.Size, next.Root, clock.GetUtcNow(), restored);
        await using var session = await store.BeginAsync(act, ct);
        if (!await SignCheckpoint.StoreAsync(session, next.Number, signed, next.Nodes, ct))
            return new(false, "Another checkpoint was signed at that very moment. Nothing was changed: try again.");
        await session.ExecuteAsync(CheckpointStatements.AddRestoration, new { number = next.Number, from = restored.From, lost = restored.Size }, ct);
        session.Raise(new LedgerRestoreAccepted(restored.From, restored.Size, reason));
        await session.CommitAsync(ct);
        health.Well(Checkpointer.Contradicted);
        return new(true, FormattableString.Invariant(
            $"The ledger goes on. Of {restored.Size} entries that had been signed, those from {restored.From} on are lost; every verification will say so."));
    }
}
