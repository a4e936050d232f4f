namespace PoliceSocial.Channels.Connect;

/// <summary>Finds a person's own unfinished attempt.</summary>
internal sealed class Attempts(Store<ChannelsModule> store, TimeProvider clock)
{
    public async Task<AttemptRow?> FindAsync(long id, Person person, CancellationToken ct) =>
        await store.FindAsync(AttemptRow.Find, new { id }, ct) is { } attempt && attempt.PersonId == person.Id && attempt.ExpiresAt > clock.GetUtcNow()
            ? attempt
            : null;
}
