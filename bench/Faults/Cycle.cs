using System.Diagnostics;

namespace PoliceSocial.Bench.Faults;

/// <summary>One life of the service: it starts on what the last kill left, works under load, and is killed.</summary>
internal sealed class Cycle(string data, Network network, Load load)
{
    /// <summary>Checkpoints are closed often, so that kills strike while one is signed; the log is kept for what matters.</summary>
    public static readonly string[] Settings =
    [
        "--Audit:CheckpointEvery=00:00:00.300", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
    ];

    private const int RepliesInEachLife = 4;
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestMoment = TimeSpan.FromSeconds(2);
    private TimeSpan _start = TimeSpan.FromSeconds(2);
    private TimeSpan _stop = TimeSpan.FromMilliseconds(300);

    public static async Task ReadyAsync(ServiceProcess service, CancellationToken ct)
    {
        if (!await service.ReadyAsync(LongestStart, ct))
            throw new InvalidOperationException("The service did not start on what the last kill left.");
    }

    /// <summary>Staff sign in, once for all lives.</summary>
    public async Task SignInAsync(CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data, Settings);
        await ReadyAsync(service, ct);
        await load.SignInAsync(service.Address, ct);
        await service.KillAsync(ct);
    }

    /// <summary>Which phases the kill fell in; null where the service had ended before it.</summary>
    /// <param name="aim">What the kill waits for.</param>
    /// <param name="part">How far into its time from then on, from 0 to 1.</param>
    /// <param name="itemsASecond">How many messages arrive.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Phase?> RunAsync(Aim aim, double part, int itemsASecond, CancellationToken ct)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var service = ServiceProcess.Start(data, Settings);
        var writing = load.WriteAsync(itemsASecond, gone.Token);
        var answering = load.AnswerAsync(service.Address, gone.Token);
        try
        {
            await AimAsync(aim, service, ct);
            await Task.Delay(part * LongestAfter(aim), ct);
            if (aim is Aim.Ingest or Aim.Intent or Aim.Ledger)
                await InFlightAsync(ct);
            var instant = new Instant(network.Wall, isStarting: aim == Aim.Start, isStopping: aim == Aim.Shutdown);
            if (service.HasExited)
                return aim == Aim.Shutdown ? null : throw new InvalidOperationException("The service ended by itself.");
            await service.KillAsync(ct);
            return instant.PhasesOf(data, network.Feed.Handed);
        }
        finally
        {
            await gone.CancelAsync();
            await Task.WhenAll(writing, answering);
        }
    }

    public override string ToString() =>
        FormattableString.Invariant($"{network.Feed.Written} written, {load.Acknowledged.Count} replies taken, {network.Wall.Posts.Count} published.");

    private TimeSpan LongestAfter(Aim aim) => aim switch
    {
        Aim.Start => _start,
        Aim.Shutdown => _stop,
        Aim.Answer => TimeSpan.FromMilliseconds(10),
        Aim.Swap => TimeSpan.FromMilliseconds(120),
        Aim.Ingest or Aim.Ledger => TimeSpan.FromMilliseconds(300),
        _ => TimeSpan.FromMilliseconds(60),
    };

    /// <summary>Waits until the service does what the kill is to interrupt; whatever the aim, messages come in and a reply is on its way out.</summary>
    private async Task AimAsync(Aim aim, ServiceProcess service, CancellationToken ct)
    {
        if (aim == Aim.Start)
            return;
        var started = Stopwatch.GetTimestamp();
        await ReadyAsync(service, ct);
        _start = Stopwatch.GetElapsedTime(started);
        await Task.WhenAll(MoreAsync(() => network.Feed.Handed, service, ct), MoreAsync(() => network.Wall.Called, service, ct, RepliesInEachLife));
        switch (aim)
        {
            case Aim.Ingest or Aim.Ledger:
                await MoreAsync(() => network.Feed.Handed, service, ct);
                break;
            case Aim.Intent:
                await MoreAsync(() => load.Acknowledged.Count, service, ct);
                break;
            case Aim.Call:
                await MoreAsync(() => network.Wall.Called, service, ct);
                break;
            case Aim.Answer:
                await MoreAsync(() => network.Wall.Answered.Count, service, ct);
                break;
            case Aim.ReadBack:
                await MoreAsync(() => network.Wall.Looks, service, ct);
                break;
            case Aim.Shutdown:
                await service.TellToStopAsync(ct);
                break;
            case Aim.Swap:
                ConnectorChoice.Other(data);
                await MoreAsync(() => network.Checked, service, ct);
                break;
        }
    }

    /// <summary>These aims last long enough to wait, a moment at most, for a reply to be on its way as well.</summary>
    private async Task InFlightAsync(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (network.Wall.UnderWay == 0 && Stopwatch.GetElapsedTime(started) < LongestMoment)
            await Task.Delay(1, ct);
    }

    /// <summary>
    /// Waits until a count grows: then that, at least, is under way. Where the machine is too busy for it, the kill strikes what it
    /// strikes; whether the service stands still for ever is seen when it is left in peace.
    /// </summary>
    private static async Task MoreAsync(Func<long> count, ServiceProcess service, CancellationToken ct, int by = 1)
    {
        var (started, until) = (Stopwatch.GetTimestamp(), count() + by);
        while (count() < until && Stopwatch.GetElapsedTime(started) < LongestWait && !service.HasExited)
            await Task.Delay(1, ct);
        if (count() < until)
            Figures.Say($"What the kill was to interrupt did not happen within {LongestWait.TotalSeconds} seconds.");
    }
}
