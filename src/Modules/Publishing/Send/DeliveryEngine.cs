using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Publishing.Send;

/// <summary>
/// Keeps a lane running for each channel that has something due: one thing at a time in each, several side by side. Woken by
/// what is committed here, and by its clock for what others commit and what was put off.
/// </summary>
internal sealed class DeliveryEngine(
    Store<PublishingModule> store, Lane lane, AbandonAttempts abandon, LiveTopics topics, TimeProvider clock, ILogger<DeliveryEngine> log)
    : BackgroundService
{
    private const int SideBySide = 16;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private static readonly Statement<long> Due = Statement.Of<long>(
        """
        SELECT ChannelId FROM publishing.Delivery WHERE State = @intended OR (State = @unknown AND LookAt <= @now)
        UNION
        SELECT ChannelId FROM publishing.Deletion WHERE State = @intended OR (State = @unknown AND LookAt <= @now)
        """);

    private readonly Dictionary<long, Task> _lanes = [];
    private readonly SemaphoreSlim _places = new(SideBySide, SideBySide);
    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Does all that is due now, and ends when it is done.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        await SweepAsync(ct);
        await Task.WhenAll(_lanes.Values);
    }

    public override void Dispose()
    {
        _places.Dispose();
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var listening = ListenAsync(stoppingToken);
        var begun = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (begun ? abandon.LateAsync(stoppingToken) : abandon.AllAsync(stoppingToken));
                begun = true;
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "What is due could not be read; nothing is lost, it is tried again.");
            }

            using var nap = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(_wake.WaitAsync(nap.Token), Task.Delay(LookEvery, clock, nap.Token));
            await nap.CancelAsync();
        }

        await Task.WhenAll([listening, .. _lanes.Values]);
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        foreach (var channelId in await store.QueryAsync(
            Due, new { intended = DeliveryState.Intended, unknown = DeliveryState.OutcomeUnknown, now = clock.GetUtcNow() }, ct))
        {
            if (!_lanes.TryGetValue(channelId, out var running) || running.IsCompleted)
                _lanes[channelId] = RunAsync(channelId, ct);
        }
    }

    private async Task RunAsync(long channelId, CancellationToken ct)
    {
        await Task.Yield();
        var isPlaced = false;
        try
        {
            await _places.WaitAsync(ct);
            isPlaced = true;
            while (await lane.StepAsync(channelId, ct))
                ct.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.LogInformation("Channel {Channel} stops delivering; what was being sent is read back after the next start.", channelId);
        }
        catch (Exception e)
        {
            log.LogError(e, "Channel {Channel} could not deliver; it is tried again, and nothing is sent twice.", channelId);
        }
        finally
        {
            if (isPlaced)
                _places.Release();
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var topic in topics.ListenAsync(ct))
            {
                if (topic == "publishing" && _wake.CurrentCount == 0)
                    _wake.Release();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.LogInformation("Delivering stops.");
        }
    }
}
