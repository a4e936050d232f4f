using FluentValidation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Deciding;
using PoliceSocial.Audit.Erasing;
using PoliceSocial.Audit.Exporting;
using PoliceSocial.Audit.Extracting;
using PoliceSocial.Audit.Keeping;
using PoliceSocial.Audit.Proving;
using PoliceSocial.Audit.Reading;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Stamping;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Audit;

/// <summary>The ledger: who saw and did what, provable years later.</summary>
public sealed class AuditModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "audit";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => AuditPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<NavigationPlace> Navigation => [new("Audit", "/audit", "audit", AuditPermissions.Read, 70), new("Ledger keeping", "/audit/keep", "audit", AuditPermissions.Keep, 86)];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection(AuditOptions.Section));
        AddSequencing(services);
        AddSigning(services);
        AddReading(services);
        AddKeeping(services);
    }

    private static void AddKeeping(IServiceCollection services)
    {
        services.AddSingleton<ForkPoint>();
        services.AddSingleton<RotateKey>();
        services.AddSingleton<AcceptRestore>();
        services.AddSingleton<DecideFinding>();
        services.AddSingleton<ILedgerKeeping, LedgerKeeping>();
        services.AddHttpClient(StampCheckpoint.Client, http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(20), 1 << 20));
        services.AddSingleton<StampCheckpoint>();
        services.AddSingleton<CheckStamps>();
        services.AddSingleton<Stamper>();
        services.AddHostedService(s => s.GetRequiredService<Stamper>());
    }

    private static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<ILedgerExport, ExportLedger>();
        services.AddSingleton<ILedgerExtract, ExtractLedger>();
        services.AddSingleton<MakeExtract>();
        services.AddSingleton<IIcoExtract>(s => s.GetRequiredService<MakeExtract>());
        services.AddSingleton<TellEntries>();
        services.AddSingleton<ReadLedger>();
        services.AddSingleton<ProveEntry>();
        services.AddSingleton<VerificationProgress>();
        services.AddSingleton<VerifyLedger>();
        services.AddHostedService<VerifyingService>();
        services.AddSingleton<CheckTail>();
        services.AddSingleton<SelfCheck>();
        services.AddHostedService(s => s.GetRequiredService<SelfCheck>());
    }

    private static void AddSequencing(IServiceCollection services)
    {
        services.AddSingleton<Words>();
        services.AddSingleton<IValidator<EraseFactsCommand>, EraseFactsValidator>();
        services.AddSingleton<EraseFacts>();
        services.AddHearingAll<AuditModule, Sequencer>();
    }

    private static void AddSigning(IServiceCollection services)
    {
        services.AddSingleton<SigningKey>();
        services.AddSingleton<SignCheckpoint>();
        services.AddSingleton<CheckpointPlaces>();
        services.AddSingleton<Checkpointer>();
        services.AddHostedService(s => s.GetRequiredService<Checkpointer>());
        services.AddSingleton<LedgerHealth>();
        services.AddSingleton<RaiseLedgerAlarm>();
        services.AddSingleton<AcknowledgeLedgerAlarm>();
        services.AddSingleton<IAlarmSource, LedgerAlarms>();
        services.AddHealthChecks().AddCheck<LedgerHealth>("ledger", HealthStatus.Degraded, ["ready"]);
    }
}
