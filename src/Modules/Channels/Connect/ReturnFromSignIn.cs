using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>Somebody comes back from the network's own sign-in page: the same person, within ten minutes, once.</summary>
internal sealed class ReturnFromSignIn(
    Store<ChannelsModule> store, IShelf shelf, Vault vault, Wirings wirings, SettleAttempt settle, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.return-from-sign-in");

    /// <summary>What was kept goes with the first return: a second one finds nothing.</summary>
    public static readonly Statement Take = Statement.Of(
        "UPDATE channels.Attempt SET ReturnedAt = @at, Kept = NULL WHERE Id = @id AND ReturnedAt IS NULL AND ExpiresAt > @at");

    public async Task<TryOutcome?> RunAsync(Person person, string connector, IReadOnlyDictionary<string, string> query, CancellationToken ct)
    {
        var stateHash = StartSignIn.HashOf(query.GetValueOrDefault("state", ""));
        if (await TakeAsync(person, connector, stateHash, ct) is not { Kept: { } kept } attempt)
            return null;
        var opened = vault.Unseal(attempt.Id, StartSignIn.KeptName, kept) ?? "";
        var wiring = wirings.OfTrial(attempt.Id, SettingsText.Read(attempt.Settings));
        var said = await shelf.UseAsync<IAuthorize, ChannelIdentity>(
            connector, wiring, (authorize, token) => authorize.CompleteAsync(query, opened, token), ct);
        return await settle.RunAsync(acts.By(person, TryConnection.Kind), attempt, said, ct);
    }

    private async Task<AttemptRow?> TakeAsync(Person person, string connector, string stateHash, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var attempt = (await session.QueryAsync(AttemptRow.FindByState, new { stateHash, personId = person.Id, connector }, ct)).MaxBy(a => a.Id);
        if (attempt is null || await session.ExecuteAsync(Take, new { id = attempt.Id, at = clock.GetUtcNow() }, ct) == 0)
            return null;
        session.Raise(new SignInReturned(attempt.Id, attempt.ReconnectsId));
        await session.CommitAsync(ct);
        return attempt;
    }
}
