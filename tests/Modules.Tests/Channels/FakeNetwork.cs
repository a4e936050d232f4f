using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Modules.Tests.Channels;

/// <summary>A network and the shelf before it, outside our walls: what it answers is the test's to say.</summary>
internal sealed class FakeNetwork : IShelf
{
    public const string Id = "fake";

    public ConnectorManifest Manifest { get; set; } = new()
    {
        Id = Id,
        Name = "Fakebook",
        Version = "1.0.0",
        Sdk = ConnectorManifest.SdkVersion,
        Assembly = "Fake.dll",
        Supplier = "The tests",
        Settings =
        [
            new("service", "Service", SettingKind.Address, Default: "https://fake.example"),
            new("handle", "Handle", SettingKind.Text),
            new("password", "App password", SettingKind.Secret),
        ],
    };

    public bool OnTheShelf { get; set; } = true;

    public ChannelIdentity Identity { get; set; } = new("did:fake:force", "force.example", "The Force");

    /// <summary>What the next checks answer, in order; the identity when there is none left.</summary>
    public Queue<Outcome<ChannelIdentity>> Checks { get; } = new();

    public int Calls { get; private set; }

    public ChannelWiring? LastWiring { get; private set; }

    /// <summary>What the last connector found among its secrets under "password".</summary>
    public string? PasswordSeen { get; private set; }

    public IReadOnlyList<ShelfEntry> Entries => OnTheShelf ? [new(Manifest, "Active", null)] : [new(Manifest, "Removed", null)];

    /// <summary>The channels and attempts whose connectors were ended.</summary>
    public List<long> Released { get; } = [];

    public ConnectorManifest? FindActive(string connector) => OnTheShelf && connector == Id ? Manifest : null;

    public Task ReleaseAsync(string connector, long channelId)
    {
        Released.Add(channelId);
        return Task.CompletedTask;
    }

    public async Task<Outcome<T>> UseAsync<TCapability, T>(
        string connector, ChannelWiring channel, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class
    {
        if (!OnTheShelf)
            return new Outcome<T>.Retry(TimeSpan.FromSeconds(15), "The connector is not in use at present.");
        Calls++;
        LastWiring = channel;
        PasswordSeen = await channel.Secrets.FindAsync("password", ct);
        return new FakeConnector(this, channel.Secrets) is TCapability able
            ? await use(able, ct)
            : new Outcome<T>.Refused("This connector cannot do that.");
    }
}

/// <summary>One channel's line to the fake network.</summary>
internal sealed class FakeConnector(FakeNetwork network, ISecrets secrets) : IConnector, IAuthorize
{
    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) =>
        Task.FromResult(network.Checks.TryDequeue(out var next) ? next : new Outcome<ChannelIdentity>.Success(network.Identity));

    public Task<Outcome<AuthorizationStart>> StartAsync(Uri callback, CancellationToken ct) =>
        Task.FromResult<Outcome<AuthorizationStart>>(new Outcome<AuthorizationStart>.Success(
            new(new($"https://fake.example/sign-in?back={Uri.EscapeDataString(callback.AbsoluteUri)}"), "state-of-the-attempt", "the-code-verifier")));

    public async Task<Outcome<ChannelIdentity>> CompleteAsync(IReadOnlyDictionary<string, string> query, string kept, CancellationToken ct)
    {
        if (kept != "the-code-verifier")
            return new Outcome<ChannelIdentity>.Refused("The verifier is wrong.");
        await secrets.SaveAsync("token", $"token-for-{query["code"]}", ct);
        return new Outcome<ChannelIdentity>.Success(network.Identity);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
