using PoliceSocial.Channels.Lend;

namespace PoliceSocial.Channels.Connect;

/// <summary>Forgets what was filled in and never became a channel, secrets first of all.</summary>
internal sealed class ExpireAttempts(Store<ChannelsModule> store, Wirings wirings, TimeProvider clock)
{
    public static readonly Statement<long> Expired = Statement.Of<long>("SELECT Id FROM channels.Attempt WHERE ExpiresAt <= @now");

    public async Task RunAsync(CancellationToken ct)
    {
        var expired = await store.QueryAsync(Expired, new { now = clock.GetUtcNow() }, ct);
        if (expired.Count == 0)
            return;
        var forgotten = new List<long>();
        await using var session = await store.BeginBookkeepingAsync("nobody did anything: unfinished forms run out", ct);
        foreach (var id in expired)
        {
            // One that became a channel meanwhile has left its row, and its secrets are the channel's.
            if (await session.ExecuteAsync(AttemptRow.Remove, new { id }, ct) == 0)
                continue;
            await session.ExecuteAsync(Vault.RemoveAll, new { ownerId = id }, ct);
            forgotten.Add(id);
        }

        await session.CommitAsync(ct);
        forgotten.ForEach(wirings.ForgetTrial);
    }
}
