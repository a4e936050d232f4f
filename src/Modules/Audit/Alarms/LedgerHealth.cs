using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PoliceSocial.Audit.Alarms;

/// <summary>What is wrong with the ledger now, by kind. Work goes on meanwhile, so the service is degraded, not unready.</summary>
internal sealed class LedgerHealth : IHealthCheck
{
    private readonly ConcurrentDictionary<string, string> _troubles = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Troubles => _troubles;

    public void Note(string kind, string what) => _troubles[kind] = what;

    public void Well(string kind) => _troubles.TryRemove(kind, out _);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_troubles.IsEmpty
            ? HealthCheckResult.Healthy("The ledger is written and signed.")
            : HealthCheckResult.Degraded(string.Join(" ", _troubles.Values)));
}
