namespace PoliceSocial.Channels.Lend;

/// <summary>A connector stores a secret that it renewed, or forgets one.</summary>
internal sealed class StoreSecret(Store<ChannelsModule> store, Vault vault, ActFactory acts)
{
    public static readonly ActKind Kind = new("channels.store-secret");

    /// <summary>A connector of before a reconnection, or of a channel that ended, must not bring its old credential back.</summary>
    public static readonly Statement<long?> StillOfChannel = Statement.Of<long?>(
        "SELECT Id FROM channels.Channel WHERE Id = @ownerId AND Revision = @revision AND State <> @disconnected");

    public static readonly Statement<long?> StillOfAttempt = Statement.Of<long?>("SELECT Id FROM channels.Attempt WHERE Id = @ownerId");

    public async Task RunAsync(long ownerId, long revision, string name, string? value, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var owner = revision == Wirings.OfAttempt
            ? await session.FindAsync(StillOfAttempt, new { ownerId }, ct)
            : await session.FindAsync(StillOfChannel, new { ownerId, revision, disconnected = ChannelState.Disconnected }, ct);
        if (owner is null)
            return;
        await vault.PutAsync(session, ownerId, name, value, ct);
        session.Raise(new SecretStored(ownerId, name, value is null));
        await session.CommitAsync(ct);
    }
}

/// <summary>The secrets of one channel, as its connector sees them.</summary>
internal sealed class ChannelSecrets(long ownerId, long revision, Vault vault, StoreSecret store) : ISecrets
{
    public async ValueTask<string?> FindAsync(string name, CancellationToken ct) => await vault.FindAsync(ownerId, name, ct);

    public async ValueTask SaveAsync(string name, string? value, CancellationToken ct) => await store.RunAsync(ownerId, revision, name, value, ct);
}
