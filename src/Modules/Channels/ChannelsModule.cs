using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;
using Quartz;

namespace PoliceSocial.Channels;

/// <summary>The accounts on social networks, how they are connected, and how well they are.</summary>
public sealed class ChannelsModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "channels";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => ChannelPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<NavigationPlace> Navigation =>
    [
        new("Channels", "/channels", "live", ChannelPermissions.Read, 79),
        new("Plugins", "/plugins", "administration", ChannelPermissions.ManagePlugins, 89),
    ];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection();
        services.AddSingleton<ChannelBook>().AddSingleton<IChannels>(s => s.GetRequiredService<ChannelBook>());
        AddLending(services);
        AddWatching(services);
        AddConnecting(services);
        services.AddSingleton<EditChannel>().AddSingleton<PauseChannel>().AddSingleton<ResumeChannel>()
            .AddSingleton<DisconnectChannel>().AddSingleton<TestChannel>();
    }

    private static void AddLending(IServiceCollection services) => services
        .AddSingleton<Vault>().AddSingleton<StoreSecret>().AddSingleton<Wirings>().AddSingleton<Pulses>().AddSingleton<WriteHealth>()
        .AddSingleton<NoticeOutcome>().AddSingleton<LoseCredential>().AddSingleton<NoticeGaps>().AddSingleton<NoticeHandle>()
        .AddSingleton<ConnectorLines>().AddSingleton<IConnectorLines>(s => s.GetRequiredService<ConnectorLines>())
        .AddHostedService<HealthWriter>();

    private static void AddWatching(IServiceCollection services)
    {
        services.AddSingleton<KeepAlarms>().AddSingleton<AcknowledgeAlarm>().AddSingleton<HealthSweep>()
            .AddSingleton<IChannelAlarms, ChannelAlarms>().AddSingleton<IChannelTroubles, Troubles>();
        services.AddHearing<ChannelsModule, ItemQuarantined, WhenQuarantined>();
        services.AddHearing<ChannelsModule, QuarantineSettled, WhenQuarantined>();
        services.AddQuartz(q => q.ScheduleJob<HealthSweepJob>(
            trigger => trigger.WithSimpleSchedule(s => s.WithInterval(HealthSweepJob.Pace).RepeatForever()),
            job => job.WithIdentity("channels.health-sweep")));
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void AddConnecting(IServiceCollection services) => services
        .AddSingleton<BeginConnecting>().AddSingleton<TryConnection>().AddSingleton<SettleAttempt>().AddSingleton<StartSignIn>()
        .AddSingleton<ReturnFromSignIn>().AddSingleton<ConnectChannel>().AddSingleton<ReconnectChannel>().AddSingleton<ExpireAttempts>()
        .AddSingleton<IConnectChannel, ConnectWithoutForm>()
        .AddSingleton<Connecting>().AddSingleton<SignInPages>().AddSingleton<Attempts>();
}
