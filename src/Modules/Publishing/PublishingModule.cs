using FluentValidation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing.Deleting;
using PoliceSocial.Publishing.Disposing;
using PoliceSocial.Publishing.Evidence;
using PoliceSocial.Publishing.Intend;
using PoliceSocial.Publishing.Pausing;
using PoliceSocial.Publishing.ReadBack;
using PoliceSocial.Publishing.Send;
using PoliceSocial.Publishing.Settle;
using PoliceSocial.Publishing.Watch;

namespace PoliceSocial.Publishing;

/// <summary>What leaves for the networks: each intent stored first, delivered at most once, never in doubt unseen.</summary>
public sealed class PublishingModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "publishing";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => PublishingPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<NavigationPlace> Navigation =>
        [new("Deliveries", "/publishing/deliveries", "publish", PublishingPermissions.Read, 30, "publishing.attention")];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IDisposeOfRecords, DisposeDeliveries>();
        services.AddSingleton<DeliveryBook>().AddSingleton<DeletionBook>().AddSingleton<ChannelsInReach>();
        services.AddHearing<PublishingModule, ReplyReady, WhenReplyReady>();
        AddDelivering(services);
        AddWatching(services);
        AddPausing(services);
        services.AddSingleton<ReadDeliveries>().AddSingleton<ReadDelivery>().AddSingleton<SettleDelivery>().AddSingleton<StopDelivery>().AddSingleton<DeletePublished>()
            .AddSingleton<CaptureFirst>().AddSingleton<IPublishedMaterial, PublishedMaterial>()
            .AddSingleton<IValidator<SettleCommand>, SettleValidator>().AddSingleton<IValidator<StopCommand>, StopValidator>()
            .AddSingleton<IValidator<DeleteCommand>, DeleteValidator>();
    }

    private static void AddDelivering(IServiceCollection services) => services
        .AddSingleton<CallOnce>().AddSingleton<AskLimits>().AddSingleton<AttemptDelivery>().AddSingleton<RecordAnswer>()
        .AddSingleton<DropDelivery>().AddSingleton<SendNext>().AddSingleton<LookBack>().AddSingleton<DeleteNext>().AddSingleton<Lane>()
        .AddSingleton<AbandonDeletions>().AddSingleton<AbandonAttempts>()
        .AddSingleton<DeliveryEngine>().AddHostedService(s => s.GetRequiredService<DeliveryEngine>());

    private static void AddWatching(IServiceCollection services) => services
        .AddSingleton<MarkStuck>().AddHostedService(s => s.GetRequiredService<MarkStuck>())
        .AddSingleton<AcknowledgeDelivery>()
        .AddSingleton<DeliveryAlarms>()
        .AddSingleton<IAlarmSource>(s => s.GetRequiredService<DeliveryAlarms>())
        .AddSingleton<ICountSource>(s => s.GetRequiredService<DeliveryAlarms>());

    private static void AddPausing(IServiceCollection services) => services
        .AddSingleton<TripBreaker>().AddSingleton<PausePublishing>().AddSingleton<ResumePublishing>().AddSingleton<AcknowledgePause>()
        .AddSingleton<PauseInMemory>().AddSingleton<IPublishingPause>(s => s.GetRequiredService<PauseInMemory>())
        .AddSingleton<IValidator<PauseCommand>, PauseValidator>();
}
