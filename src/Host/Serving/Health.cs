using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Host.Serving;

/// <summary>
/// <c>/health/live</c> says that the process answers; <c>/health/ready</c> that it can do its work: every schema can be read, every
/// script has run, events get through, and the plugins' first round is over.
/// </summary>
internal static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StoreCheck>("store", tags: [Ready])
            .AddCheck<EventsCheck>("events", tags: [Ready])
            .AddCheck<PluginsCheck>("plugins", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), why = e.Value.Description }),
    });

    private sealed class StoreCheck(Schemas schemas) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            foreach (var schema in schemas.All)
            {
                try
                {
                    await schema.FindAsync(OutboxStatements.For(schema.Name).End, null, cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    return HealthCheckResult.Unhealthy($"The store of {schema.Name} cannot be read ({e.GetType().Name}).");
                }
            }

            return HealthCheckResult.Healthy();
        }
    }

    private sealed class EventsCheck(PumpHealth pump) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (pump.FailingLines is { Count: > 0 } failing)
                return Task.FromResult(HealthCheckResult.Unhealthy($"Events do not get through: {string.Join(", ", failing.Keys)}."));
            return Task.FromResult(pump.ParkedByLine is { Count: > 0 } parked
                ? HealthCheckResult.Degraded($"Events were put aside for an operator: {string.Join(", ", parked.Keys)}.")
                : HealthCheckResult.Healthy());
        }
    }

    private sealed class PluginsCheck(ShelfKeeper keeper) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(keeper.FirstRound.IsCompletedSuccessfully
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The plugins are still being loaded."));
    }
}
