namespace PoliceSocial.Publishing.Pausing;

/// <summary>
/// Lets publishing go on: everything, by another person than the one who paused it; or one channel that the service paused.
/// </summary>
internal sealed class ResumePublishing(Store<PublishingModule> store, ActFactory acts, PauseInMemory memory)
{
    public static readonly ActKind Kind = new("publishing.resume-publishing");

    public async Task<PauseOutcome> HandleAsync(Person person, long pauseId, CancellationToken ct)
    {
        if (!person.Grants.Allows(PublishingPermissions.Pause))
            return PauseOutcome.NotAllowed;
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.FindAsync(PauseRow.Load, new { id = pauseId }, ct) is not { ResumedAt: null } pause)
            return PauseOutcome.AlreadySo;
        if (pause.PausedBy == person.Id)
            return PauseOutcome.NeedsASecondPerson;
        if (await session.ExecuteAsync(PauseRow.Resume, new { id = pauseId, by = person.Id, at = session.Act.At }, ct) == 0)
            return PauseOutcome.AlreadySo;
        session.Raise(new PublishingResumed(pauseId, pause.ChannelId));
        await session.CommitAsync(ct);
        memory.Forget();
        return PauseOutcome.Done;
    }
}
