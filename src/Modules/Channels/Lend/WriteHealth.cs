namespace PoliceSocial.Channels.Lend;

/// <summary>Writes down the signs of health that changed since it last did: one row per channel, whatever happened meanwhile.</summary>
internal sealed class WriteHealth(Store<ChannelsModule> store, Pulses pulses)
{
    public static readonly Statement Update = Statement.Of(
        """
        UPDATE channels.Health
        SET CalledAt = @CalledAt, AnsweredAt = @AnsweredAt, FailedAt = @FailedAt, FailedWhy = @FailedWhy, Failures = @Failures,
            Breaks = @Breaks, RetryAt = @RetryAt, RetryWhy = @RetryWhy, EventAt = @EventAt, CredentialExpires = @CredentialExpires
        WHERE ChannelId = @ChannelId
        """);

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO channels.Health (ChannelId, CalledAt, AnsweredAt, FailedAt, FailedWhy, Failures, Breaks, RetryAt, RetryWhy, EventAt, CredentialExpires)
        SELECT @ChannelId, @CalledAt, @AnsweredAt, @FailedAt, @FailedWhy, @Failures, @Breaks, @RetryAt, @RetryWhy, @EventAt, @CredentialExpires
        WHERE NOT EXISTS (SELECT 1 FROM channels.Health WHERE ChannelId = @ChannelId)
        """);

    public static readonly Statement UpdateBudget = Statement.Of(
        """
        UPDATE channels.Budget SET Remaining = @Remaining, Most = @Most, ResetsAt = @ResetsAt, NotedAt = @NotedAt
        WHERE ChannelId = @ChannelId AND Name = @Name
        """);

    public static readonly Statement InsertBudget = Statement.Of(
        """
        INSERT INTO channels.Budget (ChannelId, Name, Remaining, Most, ResetsAt, NotedAt)
        SELECT @ChannelId, @Name, @Remaining, @Most, @ResetsAt, @NotedAt
        WHERE NOT EXISTS (SELECT 1 FROM channels.Budget WHERE ChannelId = @ChannelId AND Name = @Name)
        """);

    public static readonly Statement UpdateDay = Statement.Of(
        "UPDATE channels.Rhythm SET Events = @Events, LongestSilence = @LongestSilence WHERE ChannelId = @ChannelId AND Day = @Day");

    public static readonly Statement InsertDay = Statement.Of(
        """
        INSERT INTO channels.Rhythm (ChannelId, Day, Events, LongestSilence)
        SELECT @ChannelId, @Day, @Events, @LongestSilence
        WHERE NOT EXISTS (SELECT 1 FROM channels.Rhythm WHERE ChannelId = @ChannelId AND Day = @Day)
        """);

    public static readonly Statement ForgetDays = Statement.Of(
        "DELETE FROM channels.Rhythm WHERE ChannelId = @channelId AND Day < @first");

    public async Task RunAsync(CancellationToken ct)
    {
        var changed = pulses.All.Select(p => (Pulse: p, Reading: p.TakeChanged())).Where(c => c.Reading is not null).ToList();
        if (changed.Count == 0)
            return;
        try
        {
            await using var session = await store.BeginBookkeepingAsync("signs of health, noticed in passing", ct);
            foreach (var (_, reading) in changed)
                await WriteAsync(session, reading!, ct);
            await session.CommitAsync(ct);
        }
        catch
        {
            changed.ForEach(c => c.Pulse.KeepChanged());
            throw;
        }
    }

    private static async Task WriteAsync(Session session, Reading reading, CancellationToken ct)
    {
        await session.ExecuteAsync(Update, reading.Health, ct);
        await session.ExecuteAsync(Insert, reading.Health, ct);
        await session.ExecuteAsync(UpdateBudget, reading.Budgets, ct);
        await session.ExecuteAsync(InsertBudget, reading.Budgets, ct);

        // Only the latest day still changes.
        if (reading.Rhythm.Days.LastOrDefault() is not { } today)
            return;
        await session.ExecuteAsync(UpdateDay, today, ct);
        await session.ExecuteAsync(InsertDay, today, ct);
        await session.ExecuteAsync(ForgetDays, new { channelId = today.ChannelId, first = reading.Rhythm.Days.First().Day }, ct);
    }
}
