using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Contracts.Channels;

namespace PoliceSocial.Inbox.Collect;

/// <summary>Keeps one collecting line running for each connected channel, and none for any other.</summary>
internal sealed class Collector(IChannels channels, CollectingLine line, TimeProvider clock, ILogger<Collector> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly Dictionary<long, (CancellationTokenSource Stop, Task Running)> _lines = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await AdjustAsync(stoppingToken);
                await Task.Delay(LookEvery, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Collecting stops; every channel goes on later where it stopped.");
        }
        finally
        {
            foreach (var id in _lines.Keys.ToList())
                await EndAsync(id);
        }
    }

    private async Task AdjustAsync(CancellationToken ct)
    {
        var connected = (await channels.AllAsync(ct)).Where(c => c.State == ChannelState.Connected).ToDictionary(c => c.Id);
        foreach (var id in _lines.Keys.Where(id => !connected.ContainsKey(id)).ToList())
            await EndAsync(id);
        foreach (var channel in connected.Values.Where(c => !_lines.ContainsKey(c.Id)))
        {
            var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            _lines[channel.Id] = (stop, line.RunAsync(channel.Id, stop.Token));
        }
    }

    private async Task EndAsync(long id)
    {
        if (!_lines.Remove(id, out var line))
            return;
        await line.Stop.CancelAsync();
        await line.Running;
        line.Stop.Dispose();
    }
}
