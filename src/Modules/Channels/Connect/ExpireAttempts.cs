using PoliceSocial.Channels.Lend;

namespace PoliceSocial.Channels.Connect;

/// <summary>Forgets what was filled in and never became a channel, secrets first of all.</summary>
internal sealed class ExpireAttempts(Store<ChannelsModule> store, Wirings wirings, TimeProvider clock)
{
    public static readonly Statement<ExpiredAttempt> Expired = Statement.Of<ExpiredAttempt>("SELECT Id, Connector FROM channels.Attempt WHERE ExpiresAt <= @now");

    public async Task RunAsync(CancellationToken ct)
    {
        var expired = await store.QueryAsync(Expired, new { now = clock.GetUtcNow() }, ct);
        if (expired.Count == 0)
            return;
        var forgotten = new List<ExpiredAttempt>();
        await using var session = await store.BeginBookkeepingAsync("nobody did anything: unfinished forms run out", ct);
        foreach (var attempt in expired)
        {
            // One that became a channel meanwhile has left its row, and its secrets are the channel's.
            if (await session.ExecuteAsync(AttemptRow.Remove, new { id = attempt.Id }, ct) == 0)
                continue;
            await session.ExecuteAsync(Vault.RemoveAll, new { ownerId = attempt.Id }, ct);
            forgotten.Add(attempt);
        }

        await session.CommitAsync(ct);
        foreach (var attempt in forgotten)
            await wirings.ForgetTrialAsync(attempt.Connector, attempt.Id);
    }
}

/// <summary>An attempt that ran out.</summary>
internal sealed record ExpiredAttempt
{
    public required long Id { get; init; }

    public required string Connector { get; init; }
}
