using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PoliceSocial.Audit.Alarms;

namespace PoliceSocial.Audit.Stamping;

/// <summary>Has checkpoints stamped, where authorities are named. One that does not answer shows in the service's health and is asked again soon.</summary>
internal sealed class Stamper(StampCheckpoint stamp, LedgerHealth health, TimeProvider clock, IOptions<AuditOptions> options, ILogger<Stamper> log) : BackgroundService
{
    public const string NotStamped = "not-stamped";
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>Asks each authority once; true where all answered.</summary>
    public async Task<bool> RoundAsync(CancellationToken ct)
    {
        var all = true;
        foreach (var authority in options.Value.TimeStampAuthorities)
            all &= await TryAsync(authority, ct);
        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (options.Value.TimeStampAuthorities.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await RoundAsync(stoppingToken) ? options.Value.TimeStampEvery : Soon, clock, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(Uri authority, CancellationToken ct)
    {
        var kind = $"{NotStamped}:{StampCheckpoint.Name(authority)}";
        try
        {
            await stamp.HandleAsync(authority, ct);
            health.Well(kind);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(e, "The authority {Authority} did not stamp the ledger's checkpoint; it is asked again in a minute.", authority);
            health.Note(kind, $"The ledger's checkpoints are not stamped by {authority.Host}: {Why(e)} It is asked again every minute; checkpoints are signed meanwhile.");
            return false;
        }
    }

    private static string Why(Exception e) => e switch
    {
        CryptographicException => "what it answers is no time-stamp of what was asked.",
        OperationCanceledException => "it does not answer.",
        HttpRequestException { StatusCode: { } status } => FormattableString.Invariant($"it answers {(int)status}."),
        HttpRequestException => "it cannot be reached.",
        _ => $"{e.GetType().Name}.",
    };
}
