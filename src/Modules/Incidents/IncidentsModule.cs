using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Incidents.Asked;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Closing;
using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.Disposing;
using PoliceSocial.Incidents.Evidence;
using PoliceSocial.Incidents.Grading;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Joining;
using PoliceSocial.Incidents.Offered;
using PoliceSocial.Incidents.Pinning;
using PoliceSocial.Incidents.Reading;
using PoliceSocial.Incidents.Recording;
using PoliceSocial.Incidents.Tasking;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Incidents;

/// <summary>What the public reported, recorded as the law demands, assessed, worked on and handed over.</summary>
public sealed class IncidentsModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "incidents";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => IncidentsPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<NavigationPlace> Navigation =>
    [
        new("Incidents", "/incidents", "incidents", IncidentsPermissions.Read, 20, "incidents.open"),
        new("Offered to us", "/incidents/offers", "incidents", IncidentsPermissions.Accept, 21, HandoverAlarms.OpenOffers),
        new("Hand-overs", "/incidents/hand-overs", "publish", IncidentsPermissions.Settle, 22, HandoverCounts.FailedOnes),
    ];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(s => ProfileFile.Load(configuration, s.GetService<DataFolder>()));
        services.AddSingleton<IncidentLog>().AddSingleton<IncidentDesk>().AddSingleton<JoinedConversations>().AddSingleton<Colleagues>();
        AddRecording(services);
        AddDeciding(services);
        AddTasking(services);
        AddHandingOver(services, configuration);
        AddOffered(services);
        AddPinning(services, configuration);
        services.AddSingleton<RecordViews>().AddSingleton<ReadIncident>().AddSingleton<ReadIncidents>();
        services.AddSingleton<IncidentsForOthers>().AddSingleton<IIncidentMaterial, IncidentMaterial>();
        services.AddSingleton<IIncidents>(s => s.GetRequiredService<IncidentsForOthers>()).AddSingleton<IConversationIncidents, ConversationIncidents>();
        services.AddSingleton<IIncidentMembers, IncidentMembers>().AddSingleton<IKeptRecords, KeptIncidents>().AddSingleton<IDisposeOfRecords, DisposeIncident>();
        services.AddSingleton<IGrades, GradesForOthers>().AddSingleton<IContactMarkers, ContactMarkers>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        OfferEndpoints.Map(routes);
        MapEndpoints.Map(routes);
    }

    private static void AddPinning(IServiceCollection services, IConfiguration configuration)
    {
        var map = MapOptions.Of(configuration);
        services.AddSingleton(map).AddSingleton<Boundaries>().AddSingleton<PinPlace>().AddSingleton<IValidator<PinCommand>, PinValidator>();
        if (map.Host is { } host)
            services.AddSingleton(new PictureHost(host));
    }

    private static void AddOffered(IServiceCollection services) => services
        .AddSingleton<SignedRequest>().AddSingleton<TurnAway>().AddSingleton<TakeOffer>().AddSingleton<TakeAnswer>().AddSingleton<OfferEndpoints>()
        .AddSingleton<TakeFromFolders>().AddHostedService(s => s.GetRequiredService<TakeFromFolders>())
        .AddSingleton<ReadOffers>().AddSingleton<NoteOffer>().AddSingleton<AnswerBack>().AddSingleton<RefuseOffer>()
        .AddSingleton<AcceptOffer>().AddSingleton<IValidator<AcceptCommand>, AcceptValidator>();

    private static void AddRecording(IServiceCollection services) => services
        .AddSingleton<RecordIncident>().AddSingleton<IValidator<RecordCommand>, RecordValidator>()
        .AddSingleton<CorrectIncident>().AddSingleton<IValidator<CorrectCommand>, CorrectValidator>()
        .AddSingleton<JoinConversation>().AddSingleton<SplitConversation>()
        .AddSingleton<CloseIncident>().AddSingleton<IValidator<CloseCommand>, CloseValidator>()
        .AddSingleton<ReopenIncident>();

    private static void AddDeciding(IServiceCollection services) => services
        .AddSingleton<RegradeIncident>().AddSingleton<IValidator<RegradeCommand>, RegradeValidator>()
        .AddSingleton<RecordDeployment>().AddSingleton<TakeIncident>()
        .AddSingleton<RecordAssessment>().AddSingleton<AssessConversation>().AddSingleton<LogDecision>()
        .AddSingleton<DecideRecording>().AddSingleton<IValidator<RecordingCommand>, RecordingValidator>()
        .AddSingleton<WriteNote>().AddSingleton<IValidator<NoteCommand>, NoteValidator>();

    private static void AddHandingOver(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => Destinations.Of(configuration));
        services.AddHttpClient(Deliver.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<IncidentDocument>().AddSingleton<HandoverBook>().AddSingleton<Deliver>()
            .AddSingleton<HandIncidentOver>().AddSingleton<IValidator<HandOverCommand>, HandOverValidator>()
            .AddSingleton<SettleHandover>().AddSingleton<EnterAnswer>()
            .AddSingleton<DeliverDue>().AddHostedService(s => s.GetRequiredService<DeliverDue>())
            .AddSingleton<HandoverCounts>().AddSingleton<ICountSource>(s => s.GetRequiredService<HandoverCounts>())
            .AddSingleton<NoteHandover>().AddSingleton<RaiseLateHandovers>().AddHostedService(s => s.GetRequiredService<RaiseLateHandovers>())
            .AddSingleton<HandoverAlarms>().AddSingleton<ICountSource>(s => s.GetRequiredService<HandoverAlarms>())
            .AddSingleton<IAlarmSource>(s => s.GetRequiredService<HandoverAlarms>());
    }

    private static void AddTasking(IServiceCollection services) => services
        .AddSingleton<InvolveParty>().AddSingleton<IValidator<InvolveCommand>, InvolveValidator>()
        .AddSingleton<RemoveParty>().AddSingleton<LinkParties>().AddSingleton<UnlinkParties>()
        .AddSingleton<SetTask>().AddSingleton<IValidator<TaskCommand>, TaskValidator>()
        .AddSingleton<EndTask>().AddSingleton<PassTask>().AddSingleton<NoteAlarm>()
        .AddSingleton<RaiseOverdue>().AddHostedService(s => s.GetRequiredService<RaiseOverdue>())
        .AddSingleton<OverdueAlarms>()
        .AddSingleton<IAlarmSource>(s => s.GetRequiredService<OverdueAlarms>())
        .AddSingleton<ICountSource>(s => s.GetRequiredService<OverdueAlarms>());
}
