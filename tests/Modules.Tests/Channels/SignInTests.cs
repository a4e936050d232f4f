using PoliceSocial.Channels;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Channels;

public sealed class SignInTests
{
    private static readonly Dictionary<string, string> Query = new(StringComparer.Ordinal) { ["state"] = "state-of-the-attempt", ["code"] = "42" };

    [Theory, Databases]
    public async Task Return_FromTheNetworksPage_ConnectsOnceOnly(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var attempt = await StartAsync(force);

        var accepted = Assert.IsType<TryOutcome.Accepted>(await ReturnAsync(force, ChannelsForce.Manager));
        Assert.Null(await ReturnAsync(force, ChannelsForce.Manager));

        Assert.Equal((attempt.Id, "did:fake:force"), (accepted.Attempt.Id, accepted.Attempt.AccountId));
        var act = force.Get<ActFactory>().By(ChannelsForce.Manager, ConnectChannel.Kind);
        Assert.IsType<ConnectOutcome.Connected>(await force.Get<ConnectChannel>().RunAsync(act, accepted.Attempt, new() { Name = "Force" }, ChannelsForce.Ct));
        Assert.Equal("token-for-42", await force.Get<Vault>().FindAsync(attempt.Id, "token", ChannelsForce.Ct));
        Assert.Single(await force.RaisedAsync<SignInReturned>());
    }

    [Theory, Databases]
    public async Task Return_BySomebodyElse_IsNotTaken(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await StartAsync(force);
        Assert.Null(await ReturnAsync(force, TestForce.Staff(8, "channels.manage")));
        Assert.IsType<TryOutcome.Accepted>(await ReturnAsync(force, ChannelsForce.Manager));
    }

    [Theory, Databases]
    public async Task Return_AfterTenMinutes_IsNotTakenAndNothingIsKept(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var attempt = await StartAsync(force);
        force.Force.Clock.Advance(AttemptRow.Lasts);
        Assert.Null(await ReturnAsync(force, ChannelsForce.Manager));

        await force.SweepAsync();
        var store = force.Get<Store<ChannelsModule>>();
        Assert.Null(await store.FindAsync(AttemptRow.Find, new { id = attempt.Id }, ChannelsForce.Ct));
        Assert.Empty(await Vault.NamesAsync(store, attempt.Id, ChannelsForce.Ct));
        Assert.False(Directory.Exists(force.Network.LastWiring!.StateFolder));
    }

    [Theory, Databases]
    public async Task Start_KeepsTheVerifierSealedAndTheStateHashed(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var attempt = await StartAsync(force);
        var row = await force.Get<Store<ChannelsModule>>().FindAsync(AttemptRow.Find, new { id = attempt.Id }, ChannelsForce.Ct);
        Assert.NotEqual("state-of-the-attempt", row!.StateHash);
        Assert.Equal("the-code-verifier", force.Get<Vault>().Unseal(attempt.Id, StartSignIn.KeptName, row.Kept!));
        Assert.DoesNotContain("the-code-verifier", System.Text.Encoding.UTF8.GetString(row.Kept!));
    }

    private static async Task<AttemptRow> StartAsync(ChannelsForce force)
    {
        var acts = force.Get<ActFactory>();
        var form = new ConnectForm(force.Get<Ids>().New(), FakeNetwork.Id, ChannelsForce.Filled(), null);
        var begun = Assert.IsType<BeginOutcome.Begun>(await force.Get<BeginConnecting>().RunAsync(acts.By(ChannelsForce.Manager, BeginConnecting.Kind), form, ChannelsForce.Ct));
        var started = await force.Get<StartSignIn>().RunAsync(
            acts.By(ChannelsForce.Manager, StartSignIn.Kind), begun.Attempt, new("https://force.example/channels/callback/fake"), ChannelsForce.Ct);
        Assert.Equal("fake.example", Assert.IsType<StartOutcome.Started>(started).Address.Host);
        return begun.Attempt;
    }

    private static Task<TryOutcome?> ReturnAsync(ChannelsForce force, Person person) =>
        force.Get<ReturnFromSignIn>().RunAsync(person, FakeNetwork.Id, Query, ChannelsForce.Ct);
}
