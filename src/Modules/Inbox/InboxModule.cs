using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Inbox.Alarming;
using PoliceSocial.Inbox.Asked;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Contacts;
using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Inbox.Contacts.Merging;
using PoliceSocial.Inbox.Contacts.Overseeing;
using PoliceSocial.Inbox.Desk;
using PoliceSocial.Inbox.Disposing;
using PoliceSocial.Inbox.Evidence;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Judging;
using PoliceSocial.Inbox.Linking;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Quarantine;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Inbox.Rules;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Inbox.Undoing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Inbox;

/// <summary>What the public wrote: captured, threaded, triaged and answered.</summary>
public sealed class InboxModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "inbox";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => InboxPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<NavigationPlace> Navigation =>
    [
        new("Inbox", "/inbox", "inbox", InboxPermissions.Read, 10, "inbox.work"),
        new("Kept aside", "/inbox/quarantine", "warning", InboxPermissions.Acknowledge, 83),
        new("Alarms nobody acknowledges", "/inbox/alarming", "alarm", InboxPermissions.ManageRules, 85),
        new("Risk rules", "/inbox/rules", "risk", InboxPermissions.ManageRules, 84),
        new("Repeated viewing", "/inbox/looks", "person", InboxPermissions.OverseeLooks, 72),
    ];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Timeline>();
        AddCollect(services);
        AddTriage(services);
        AddReplying(services);
        AddReading(services);
        AddRules(services);
        AddLooks(services);
        AddAlarming(services, configuration);
        services.AddJudging();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        AttachmentEndpoints.Map(routes);
        PictureEndpoint.Map(routes);
    }

    private static void AddCollect(IServiceCollection services)
    {
        services.AddSingleton<LinkBook>();
        services.AddSingleton<IntakeBatch>();
        services.AddSingleton<Intake>();
        services.AddHostedService(s => s.GetRequiredService<Intake>());
        services.AddSingleton<KeepAside>();
        services.AddSingleton<ReadQuarantine>();
        services.AddSingleton<SettleQuarantine>();
        services.AddSingleton<IValidator<SettleCommand>, SettleValidator>();
        services.AddSingleton<StorePage>();
        services.AddSingleton<CollectingLine>();
        services.AddHostedService<Collector>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<AttachmentEndpoints>();
        services.AddSingleton<FetchAttachments>();
        services.AddHostedService(s => s.GetRequiredService<FetchAttachments>());
    }

    private static void AddAlarming(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => AlarmOptions.Of(configuration));
        services.AddHttpClient(CallOut.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<Policies>().AddSingleton<AlarmCalls>().AddSingleton<CallOut>();
        services.AddSingleton<ChangeAlarmPolicy>().AddSingleton<IValidator<ChangeAlarmPolicyCommand>, ChangeAlarmPolicyValidator>();
        services.AddSingleton<TestCalls>().AddSingleton<NoteCall>();
        services.AddSingleton<EscalateAlarms>().AddHostedService(s => s.GetRequiredService<EscalateAlarms>());
        services.AddSingleton<SendCalls>().AddHostedService(s => s.GetRequiredService<SendCalls>());
        services.AddSingleton<RiskAlarms>().AddSingleton<IAlarmSource>(s => s.GetRequiredService<RiskAlarms>()).AddSingleton<IAlarmSource, CallAlarms>();
    }

    private static void AddTriage(IServiceCollection services)
    {
        services.AddSingleton<ConversationDesk>();
        services.AddSingleton<ClaimConversation>();
        services.AddSingleton<PassConversation>();
        services.AddSingleton<MoveConversation>();
        services.AddSingleton<MoveSeveral>();
        services.AddSingleton<UndoAct>();
        services.AddSingleton<AcknowledgeFlag>();
        services.AddSingleton<WakeSnoozed>();
        services.AddHostedService(s => s.GetRequiredService<WakeSnoozed>());
        services.AddSingleton<WriteNote>();
        services.AddSingleton<TagConversation>();
        services.AddSingleton<IValidator<PassCommand>, PassValidator>();
        services.AddSingleton<IValidator<MoveCommand>, MoveValidator>();
        services.AddSingleton<IValidator<NoteCommand>, NoteValidator>();
        services.AddSingleton<IValidator<TagCommand>, TagValidator>();
    }

    private static void AddReplying(IServiceCollection services)
    {
        services.AddSingleton<ReplyLimits>();
        services.AddSingleton<PreparePictures>();
        services.AddSingleton<PictureEndpoint>();
        services.AddSingleton<WriteReply>();
        services.AddSingleton<DecideReply>();
        services.AddSingleton<IReplies, Replies>();
        services.AddSingleton<IValidator<WriteReplyCommand>, WriteReplyValidator>();
        services.AddSingleton<IValidator<DecideReplyCommand>, DecideReplyValidator>();
        services.AddHearing<InboxModule, DeliverySent, WhenDelivered>();
        services.AddHearing<InboxModule, DeliveryRefused, WhenDelivered>();
        services.AddHearing<InboxModule, DeliveryOutcomeUnknown, WhenDelivered>();
    }

    private static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<RecordViews>();
        services.AddSingleton<SearchMessages>();
        services.AddSingleton<ReadQueue>();
        services.AddSingleton<ReadConversation>();
        services.AddSingleton<ReadClocks>();
        services.AddSingleton<IConversations, ConversationsForOthers>();
        services.AddSingleton<IFindConversations, FindConversations>();
        services.AddSingleton<OnePerson>().AddSingleton<FindContacts>().AddSingleton<PartContacts>();
        services.AddSingleton<MergeContacts>().AddSingleton<IValidator<MergeCommand>, MergeValidator>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<Presence>();
        services.AddSingleton<DeskActs>();
        services.AddSingleton<InboxCounts>();
        services.AddSingleton<ICountSource>(s => s.GetRequiredService<InboxCounts>());
        services.AddSingleton<ICountSource, Mentions>();
        services.AddSingleton<ICapturedMaterial, CapturedMaterial>();
        services.AddSingleton<IKeptRecords, KeptConversations>();
        services.AddSingleton<IDisposeOfRecords, DisposeConversations>();
    }

    private static void AddLooks(IServiceCollection services)
    {
        services.AddSingleton<LookBook>();
        services.AddSingleton<KnownContacts>();
        services.AddSingleton<ReadContact>();
        services.AddSingleton<AskForHistory>();
        services.AddSingleton<ReadLooks>();
        services.AddSingleton<ReferLooks>();
        services.AddSingleton<ChangeLookPolicy>();
        services.AddSingleton<IValidator<(AskCommand Said, LookQuestions Asked)>, AskValidator>();
        services.AddSingleton<IValidator<ReferCommand>, ReferValidator>();
        services.AddSingleton<IValidator<LookPolicy>, LookPolicyValidator>();
    }

    private static void AddRules(IServiceCollection services)
    {
        services.AddSingleton<RiskRules>();
        services.AddHostedService<ShipRules>();
        services.AddSingleton<ChangeRule>();
        services.AddSingleton<TryRules>();
        services.AddSingleton<IValidator<ChangeRuleCommand>, ChangeRuleValidator>();
    }
}
