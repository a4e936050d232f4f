using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Host.Serving;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Bench;

/// <summary>Sets a data folder up: the people of the rehearsal force, the loopback connector, and a channel on it.</summary>
internal static class LoopbackForce
{
    public const long ChannelId = 100;

    public static async Task SetUpAsync(string data, string network, CancellationToken ct)
    {
        await ServiceProcess.CommandAsync(data, ["plugin", "install", Path.Combine(AppContext.BaseDirectory, "fixtures", "loopback")], ct);
        await using var app = WebHost.Build(
            ["--data", data, "--urls", "http://127.0.0.1:0", "--environment", "Development", "--Rehearsal:Seed=false"]);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await app.StartAsync(ct);
        await app.Services.GetRequiredService<ShelfKeeper>().FirstRound.WaitAsync(ct);
        await app.Services.GetRequiredService<IAccounts>().SeedRehearsalForceAsync(ct);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["service"] = network };
        var outcome = await app.Services.GetRequiredService<IConnectChannel>().ConnectAsync(new(ChannelId, "loopback", "Loopback", settings), ct);
        if (outcome is ConnectChannelOutcome.NotConnected not)
            throw new InvalidOperationException(not.Why);
        await app.StopAsync(ct);
    }
}
