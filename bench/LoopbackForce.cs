using System.Globalization;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Host.Serving;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Bench;

/// <summary>Sets a data folder up: the people of the rehearsal force, the loopback connector, and channels on it.</summary>
internal static class LoopbackForce
{
    /// <summary>The first channel; the others follow it.</summary>
    public const long ChannelId = 100;

    /// <summary>Where the connector lies that is installed.</summary>
    public static string Connector => Path.Combine(AppContext.BaseDirectory, "fixtures", "loopback");

    /// <param name="data">The data folder.</param>
    /// <param name="network">The network's address; each channel is one of its accounts.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="channels">How many channels.</param>
    public static async Task SetUpAsync(string data, string network, CancellationToken ct, int channels = 1)
    {
        await ServiceProcess.CommandAsync(data, ["plugin", "install", Connector], ct);
        await using var app = Build(data);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await app.StartAsync(ct);
        await app.Services.GetRequiredService<ShelfKeeper>().FirstRound.WaitAsync(ct);
        await app.Services.GetRequiredService<IAccounts>().SeedRehearsalForceAsync(ct);
        for (var account = 0; account < channels; account++)
            await ConnectAsync(app.Services.GetRequiredService<IConnectChannel>(), network, account, ct);
        await app.StopAsync(ct);
    }

    /// <summary>The service on a data folder, in this process, not yet started.</summary>
    public static WebApplication Build(string data) => WebHost.Build(
        [
            "--data", data, "--urls", "http://127.0.0.1:0", "--environment", "Development", "--Rehearsal:Seed=false",
            "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        ]);

    private static async Task ConnectAsync(IConnectChannel connect, string network, int account, CancellationToken ct)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["service"] = string.Create(CultureInfo.InvariantCulture, $"{network}/{account}") };
        var name = string.Create(CultureInfo.InvariantCulture, $"Loopback {account}");
        if (await connect.ConnectAsync(new(ChannelId + account, "loopback", name, settings), ct) is ConnectChannelOutcome.NotConnected not)
            throw new InvalidOperationException(not.Why);
    }
}
