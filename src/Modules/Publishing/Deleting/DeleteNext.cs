using PoliceSocial.Publishing.ReadBack;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Publishing.Deleting;

/// <summary>
/// Deletes on the network what staff want gone, and finds out what became of deletions whose outcome is unknown. Goes on while
/// publishing is paused: that is when something must often be taken down.
/// </summary>
internal sealed class DeleteNext(
    Store<PublishingModule> store, DeletionBook deletions, IChannels channels, LookBack lookBack, CallOnce callOnce, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("publishing.delete-on-network");

    private static readonly Statement<DeletionRow> Due = Statement.Paged<DeletionRow>(
        $"""
        SELECT {DeletionStatements.Columns} FROM publishing.Deletion
        WHERE ChannelId = @channelId
            AND ((State = @intended AND (NotBefore IS NULL OR NotBefore <= @now)) OR (State = @unknown AND LookAt <= @now))
        ORDER BY Id
        """);

    /// <summary>True where something was done and there may be more.</summary>
    public async Task<bool> StepAsync(long channelId, CancellationToken ct)
    {
        var args = new { channelId, intended = DeliveryState.Intended, unknown = DeliveryState.OutcomeUnknown, now = clock.GetUtcNow(), take = 1 };
        if (await store.FindAsync(Due, args, ct) is not { } d)
            return false;
        if (d.State == DeliveryState.OutcomeUnknown)
            return await LookAsync(d, ct);
        return await channels.FindAsync(channelId, ct) switch
        {
            { State: ChannelState.Connected } => await DeleteAsync(d, ct),
            { State: ChannelState.Paused or ChannelState.NeedsReconnecting } channel => await WaitAsync(d, $"{channel.Name} is not connected at the moment.", ct),
            _ => await DropAsync(d, ct),
        };
    }

    private async Task<bool> DeleteAsync(DeletionRow d, CancellationToken ct)
    {
        var attempt = acts.ByService(Kind);
        if (await deletions.ChangeAsync(attempt, d.Id, x => x.Attempt(attempt.At), ct) is null)
            return false;
        var outcome = await callOnce.CallAsync<Deleted>(d.ChannelId, (line, token) => line.DeleteAsync(d.NetworkId, token), ct);

        // Even when the service is being stopped: an answer that is known must not become an unknown one.
        var record = acts.ByService(Kind);
        await deletions.ChangeAsync(record, d.Id, x => x.Answered(outcome, record.At), CancellationToken.None);
        return true;
    }

    private async Task<bool> LookAsync(DeletionRow d, CancellationToken ct)
    {
        var delivery = await store.FindAsync(DeliveryStatements.Load, new { id = d.DeliveryId }, ct)
            ?? throw new InvalidOperationException($"Deletion {d.Id} is of no delivery.");
        if (await lookBack.ReadAsync(delivery, ct) is Outcome<Sighting>.Success { Value: var seen })
        {
            var act = acts.ByService(Kind);
            await deletions.ChangeAsync(act, d.Id, x => x.Looked(seen, act.At), ct);
        }
        else
        {
            await deletions.NoteAsync(d with { Looks = d.Looks + 1, LookAt = clock.GetUtcNow() + Patience.BeforeLook(d.Looks + 1) }, ct);
        }

        return true;
    }

    private async Task<bool> WaitAsync(DeletionRow d, string why, CancellationToken ct)
    {
        await deletions.NoteAsync(d with { Why = why, NotBefore = clock.GetUtcNow() + Patience.BeforeSignIn }, ct);
        return false;
    }

    private async Task<bool> DropAsync(DeletionRow d, CancellationToken ct)
    {
        var act = acts.ByService(Kind);
        await deletions.ChangeAsync(act, d.Id, x => x.Drop("The channel is disconnected: delete it on the network itself.", act.At), ct);
        return true;
    }
}
