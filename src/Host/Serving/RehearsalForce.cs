using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Host.Serving;

/// <summary>
/// In the Development environment: people for each role, a channel of the training network with a night's traffic, and a word on
/// the console on how to sign in. Anywhere else nothing is seeded.
/// </summary>
internal sealed class RehearsalForce(
    IAccounts accounts, IConnectChannel connect, ShelfKeeper shelf, IServer server, IHostEnvironment environment, IConfiguration configuration,
    IHostApplicationLifetime life, ILogger<RehearsalForce> log) : BackgroundService
{
    private const long Channel = 1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        if (environment.IsDevelopment() && configuration.GetValue("Rehearsal:Seed", true))
            await SeedAsync(stoppingToken);
        else if (!await accounts.AnyAsync(stoppingToken))
            log.LogWarning("Nobody can sign in yet: run `policesocial setup` to make the first administrator.");
    }

    private async Task StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(ct);
    }

    private async Task SeedAsync(CancellationToken ct)
    {
        var people = await accounts.SeedRehearsalForceAsync(ct);
        await shelf.FirstRound.WaitAsync(ct);
        var outcome = await connect.ConnectAsync(
            new(Channel, "rehearsal", "Training network", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["scenario"] = configuration["Rehearsal:Scenario"] ?? "night-shift",
                ["speed"] = configuration["Rehearsal:Speed"] ?? "1",
            }), ct);
        var lines = people.Select(p => $"  {p.Role,-28} {p.SignInName,-18} {p.Password}");
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        await Terminal.SayAsync(
            $"""

            PoliceSocial is ready at {string.Join(", ", addresses)}
            This is the rehearsal force: every message is invented. Sign in as one of:
            {string.Join(Environment.NewLine, lines)}
            {(outcome is ConnectChannelOutcome.NotConnected no ? $"The training network is not connected: {no.Why}" : "Messages arrive on the training network as you watch. Press Ctrl+C to stop.")}

            """);
    }
}
