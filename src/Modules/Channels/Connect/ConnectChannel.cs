using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>Makes a channel of an attempt that the network accepted. Whether it is a rehearsal is settled here, for ever.</summary>
internal sealed class ConnectChannel(Store<ChannelsModule> store, ChannelBook book, Pulses pulses, IShelf shelf, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.connect-channel");

    public static readonly Statement Add = Statement.Of(
        """
        INSERT INTO channels.Channel (Id, Connector, Network, AccountId, Handle, Name, State, StateSince, Rehearsal, Settings, RepliesNeedApproval,
            PurposeNeeded, TeamId, QuietRule, QuietMinutes, ConnectedAt, Revision, Version)
        VALUES (@Id, @Connector, @Network, @AccountId, @Handle, @Name, @State, @StateSince, @Rehearsal, @Settings, @RepliesNeedApproval,
            @PurposeNeeded, @TeamId, @QuietRule, @QuietMinutes, @ConnectedAt, @Revision, @Version)
        """);

    /// <summary>Taken again inside the change: two people may be connecting the same account.</summary>
    public static readonly Statement<long?> Taken = Statement.Of<long?>(
        "SELECT Id FROM channels.Channel WHERE Connector = @connector AND AccountId = @accountId AND Rehearsal = @real");

    public async Task<ConnectOutcome> RunAsync(Act act, AttemptRow attempt, ChannelDetails details, CancellationToken ct)
    {
        if (attempt.AccountId is null || attempt.ReconnectsId is not null || attempt.ExpiresAt <= clock.GetUtcNow())
            return new ConnectOutcome.Expired();
        if (shelf.FindActive(attempt.Connector) is not { } manifest)
            return new ConnectOutcome.NoSuchPlugin();

        var row = RowOf(attempt, manifest, details);
        await using var session = await store.BeginAsync(act, ct);
        if (!row.Rehearsal && await session.FindAsync(Taken, new { connector = row.Connector, accountId = row.AccountId, real = false }, ct) is { } taken)
            return new ConnectOutcome.AlreadyAChannel(taken);
        if (await session.ExecuteAsync(AttemptRow.Remove, new { id = attempt.Id }, ct) == 0)
            return new ConnectOutcome.Expired();
        await session.ExecuteAsync(Add, row, ct);
        session.Raise(new ChannelConnected(row.Id, row.Connector, row.AccountId, row.Rehearsal));
        await session.CommitAsync(ct);
        book.Forget();
        (await pulses.OfAsync(row.Id, CancellationToken.None)).StartAnew(attempt.CredentialExpires);
        return new ConnectOutcome.Connected(new Channel(row));
    }

    private ChannelRow RowOf(AttemptRow attempt, ConnectorManifest manifest, ChannelDetails details) => new()
    {
        Id = attempt.Id,
        Connector = manifest.Id,
        Network = Clip.To(manifest.Name, 100),
        AccountId = attempt.AccountId!,
        Handle = attempt.Handle!,
        Name = details.Name.Trim(),
        State = ChannelState.Connected,
        StateSince = clock.GetUtcNow(),
        Rehearsal = manifest.Rehearsal,
        Settings = attempt.Settings,
        RepliesNeedApproval = details.RepliesNeedApproval,
        PurposeNeeded = details.PurposeNeeded,
        TeamId = details.TeamId,
        QuietRule = details.QuietRule,
        QuietMinutes = details.QuietRule == QuietRule.Fixed ? details.QuietMinutes : null,
        ConnectedAt = clock.GetUtcNow(),
        Revision = 1,
        Version = 1,
    };
}

/// <summary>What came of it.</summary>
internal abstract record ConnectOutcome
{
    public sealed record Connected(Channel Channel) : ConnectOutcome;

    public sealed record AlreadyAChannel(long ChannelId) : ConnectOutcome;

    public sealed record Expired : ConnectOutcome;

    public sealed record NoSuchPlugin : ConnectOutcome;
}
