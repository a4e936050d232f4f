namespace PoliceSocial.Publishing.Pausing;

/// <summary>Somebody takes note that the service paused a channel: the alarm ends in their name; the channel stays paused.</summary>
internal sealed class AcknowledgePause(Store<PublishingModule> store, ActFactory acts, ChannelsInReach reach)
{
    public static readonly ActKind Kind = new("publishing.acknowledge-pause");

    /// <returns>False where there is no such pause for this person.</returns>
    public async Task<bool> HandleAsync(Person person, long pauseId, CancellationToken ct)
    {
        if (await store.FindAsync(PauseRow.Load, new { id = pauseId }, ct) is not { ChannelId: { } channelId }
            || !await reach.MayAsync(person, PublishingPermissions.Read, channelId, ct))
        {
            return false;
        }

        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.ExecuteAsync(PauseRow.Acknowledge, new { id = pauseId, by = person.Id, at = session.Act.At }, ct) == 0)
            return true;
        session.Raise(new PauseAcknowledged(pauseId));
        await session.CommitAsync(ct);
        return true;
    }
}
