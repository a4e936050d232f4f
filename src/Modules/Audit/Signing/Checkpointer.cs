using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Sequencing;

namespace PoliceSocial.Audit.Signing;

/// <summary>
/// Closes a checkpoint at most every ten seconds, when there is something new, and carries it to its places. Whatever fails alarms
/// and is tried again; entries are added all the while.
/// </summary>
internal sealed class Checkpointer(
    SignCheckpoint sign, CheckpointPlaces places, SigningKey key, RaiseLedgerAlarm alarm, TimeProvider clock, IOptions<AuditOptions> options,
    ILogger<Checkpointer> log)
    : BackgroundService
{
    public const string NotSigned = "not-signed";
    public const string Contradicted = "contradicted";
    public const string NotCompared = "not-compared";
    public const string NotKept = "not-kept";

    /// <summary>One round: compare with the places, sign, carry there.</summary>
    public async Task RoundAsync(CancellationToken ct)
    {
        if (await TryAsync(NotCompared, () => ContradictionAsync(ct), ct) is { } contradiction)
        {
            await alarm.HandleAsync(Contradicted, $"{contradiction} Nothing more is signed until the database that fits is restored, or somebody who looks after the ledger answers for it: `policesocial audit accept-restore`, or the page for looking after the ledger.", ct);
            return;
        }

        alarm.Well(Contradicted);
        await TryAsync(NotSigned, async () =>
        {
            await sign.HandleAsync(ct);
            return null;
        }, ct);
        foreach (var place in places.All)
        {
            await TryAsync($"{NotKept}:{place.Path}", async () =>
            {
                await places.CatchUpAsync(place, await key.PublicAsync(ct), ct);
                return null;
            }, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                await RoundAsync(stoppingToken);
                await Task.Delay(options.Value.CheckpointEvery, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not yet signed is signed after the next start.
        }
    }

    private async Task<string?> ContradictionAsync(CancellationToken ct)
    {
        if (await key.PublicAsync(ct) is not { } keys)
            return null;
        foreach (var place in places.All)
        {
            if (await ReadAsync(place) is { } contradiction)
                return contradiction;
        }

        return null;

        async Task<string?> ReadAsync(CheckpointPlace place) =>
            await TryAsync($"{NotKept}:{place.Path}", async () => (await places.ContradictionAsync(place, keys, ct))?.What, ct);
    }

    private async Task<string?> TryAsync(string kind, Func<Task<string?>> work, CancellationToken ct)
    {
        try
        {
            var said = await work();
            alarm.Well(kind);
            return said;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await TellAsync(kind, e, ct);
            return null;
        }
    }

    private async Task TellAsync(string kind, Exception error, CancellationToken ct)
    {
        var what = error switch
        {
            LedgerDamagedException or SigningKeyException => error.Message,
            IOException or UnauthorizedAccessException => $"Checkpoints cannot be kept in {kind[(kind.IndexOf(':', StringComparison.Ordinal) + 1)..]}: {error.Message} They are kept in the database and written there later.",
            _ => $"Checkpoints are not signed: {error.GetType().Name}: {error.Message}",
        };
        try
        {
            await alarm.HandleAsync(kind, what, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "An alarm of the ledger could not be stored; it is raised in the next round. {What}", what);
        }
    }
}
