using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Channels;

/// <summary>A force with one network, and what the tests of channels do over and over.</summary>
internal sealed class ChannelsForce(TestForce force, FakeNetwork network) : IAsyncDisposable
{
    public const string Password = "correct-horse-battery-staple";

    public static readonly Person Manager = TestForce.Staff(7, "channels.read", "channels.manage");

    public TestForce Force { get; } = force;

    public FakeNetwork Network { get; } = network;

    public static CancellationToken Ct => TestForce.Ct;

    public static async Task<ChannelsForce> OpenAsync(Dialect dialect)
    {
        var network = new FakeNetwork();
        return new(await TestForce.OpenAsync(dialect, s => s.AddSingleton<IShelf>(network)), network);
    }

    public T Get<T>()
        where T : notnull => Force.Get<T>();

    public static Dictionary<string, string> Filled(string password = Password) => new(StringComparer.Ordinal)
    {
        ["service"] = "https://fake.example",
        ["handle"] = "force.example",
        ["password"] = password,
    };

    public async Task<Channel> ConnectAsync(long id = 100)
    {
        var outcome = await Get<IConnectChannel>().ConnectAsync(new(id, FakeNetwork.Id, "Force on Fakebook", Filled()), Ct);
        Assert.IsType<ConnectChannelOutcome.Connected>(outcome);
        return await ChannelAsync(id);
    }

    public async Task<Channel> ChannelAsync(long id = 100) => (await Get<ChannelBook>().OpenAsync(Ct)).Find(id)!;

    public async Task<TryOutcome> SignInAgainAsync(Channel channel, string password)
    {
        var act = Get<ActFactory>().By(Manager, BeginConnecting.Kind);
        var begun = await Get<BeginConnecting>().RunAsync(act, new(Get<Ids>().New(), FakeNetwork.Id, Filled(password), channel), Ct);
        var attempt = Assert.IsType<BeginOutcome.Begun>(begun).Attempt;
        return await Get<TryConnection>().RunAsync(Get<ActFactory>().By(Manager, TryConnection.Kind), attempt, Ct);
    }

    public Task<Outcome<ChannelIdentity>> CheckAsync(long id = 100) =>
        Get<IConnectorLines>().UseAsync<IConnector, ChannelIdentity>(id, (c, ct) => c.CheckAsync(ct), Ct);

    public Task<Outcome<CollectedPage>> CollectAsync(int items, long id = 100) =>
        Get<IConnectorLines>().UseAsync<IConnector, CollectedPage>(id, (_, _) => Task.FromResult(Page(items)), Ct);

    public Task SweepAsync() => Get<HealthSweep>().RunAsync(Ct);

    public Task<IReadOnlyList<ChannelAlarm>> AlarmsAsync() => Get<IChannelAlarms>().CurrentAsync(Ct);

    public async Task<IReadOnlyList<TEvent>> RaisedAsync<TEvent>()
        where TEvent : IEvent => [.. (await Force.RaisedAsync("channels")).OfType<TEvent>()];

    public async Task<string?> StoredPasswordAsync(long id = 100) => await Get<Vault>().FindAsync(id, "password", Ct);

    public ValueTask DisposeAsync() => Force.DisposeAsync();

    private static Outcome<CollectedPage> Page(int items) => new Outcome<CollectedPage>.Success(new(
        [.. Enumerable.Range(0, items).Select(n => new CollectedItem
        {
            NetworkId = $"m{n}", Change = default, Kind = default, Author = new("did:fake:someone", "someone", "Someone"), Text = "",
            NetworkTime = TestForce.Start, ThreadId = "t", Raw = new byte[] { 1 }, Exchange = 0,
        })], [], null, false));
}
