using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Keeping;

/// <summary>
/// Has another key sign the ledger: a checkpoint that both keys sign hands over from one to the other, so that whoever knows the
/// first key can follow. Where the old one is lost, the new one takes over by itself, and every verification says so.
/// </summary>
internal sealed class RotateKey(Store<AuditModule> store, SigningKey key, SignCheckpoint sign, TimeProvider clock)
{
    public static readonly ActKind Kind = new("audit.rotate-key");

    public async Task<LedgerKeepingAnswer> HandleAsync(Act act, string reason, bool lost, CancellationToken ct)
    {
        if (Reason.Problem(reason) is { } problem)
            return new(false, problem);
        try
        {
            return await sign.PrepareAsync(ct) is { } next
                ? await ChangeAsync(act, reason.Trim(), lost, next, ct)
                : new(false, "Nothing is signed yet, so there is no key to replace. Start the service once.");
        }
        catch (Exception e) when (e is SigningKeyException or LedgerDamagedException)
        {
            return new(false, $"The key was not changed. {e.Message}");
        }
    }

    private async Task<LedgerKeepingAnswer> ChangeAsync(Act act, string reason, bool lost, NextCheckpoint next, CancellationToken ct)
    {
        var old = lost ? await LostAsync(next, ct) : await key.GetAsync(next.Last, ct);
        if (lost && old is not null)
            return new(false, "The key is not lost: it can sign. Change it without saying that it is lost, so that it signs for the new one.");
        var made = await key.PrepareNextAsync(next.Last.Checkpoint.Log.Ledger, ct);
        var now = clock.GetUtcNow();
        var signed = old is null
            ? new CheckpointSigner(made).TakeOver(next.Last, next.Size, next.Root, now)
            : new CheckpointSigner(old).HandOver(next.Last, next.Size, next.Root, now, made);
        var before = next.Last.Checkpoint.NextKey ?? next.Last.Note.Signatures[0].Name;
        await using var session = await store.BeginAsync(act, ct);
        if (!await SignCheckpoint.StoreAsync(session, next.Number, signed, next.Nodes, ct))
            return new(false, "Another checkpoint was signed at that very moment. Nothing was changed: try again.");
        session.Raise(new LedgerKeyChanged(old?.Public.ToString() ?? before, made.Public.ToString(), lost, reason));
        await session.CommitAsync(ct);
        await key.HandedOverAsync(made, ct);
        return new(true, $"From now on the ledger is signed with {made.Public}. Give everybody who keeps a copy of log.pub the new one{(lost ? ": the old key could not sign for it, so nobody can follow without" : "")}.");
    }

    /// <summary>Null where it is lost indeed.</summary>
    private async Task<LogKey?> LostAsync(NextCheckpoint next, CancellationToken ct)
    {
        try
        {
            return await key.GetAsync(next.Last, ct);
        }
        catch (SigningKeyException)
        {
            // That is what the operator says.
            return null;
        }
    }
}
