using FluentValidation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

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
        new("Risk rules", "/inbox/rules", "risk", InboxPermissions.ManageRules, 84),
    ];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Timeline>();
        AddCollect(services);
        AddTriage(services);
    }

    private static void AddCollect(IServiceCollection services)
    {
        services.AddSingleton<RiskRules>();
        services.AddHostedService<ShipRules>();
        services.AddSingleton<IntakeBatch>();
        services.AddSingleton<Intake>();
        services.AddHostedService(s => s.GetRequiredService<Intake>());
        services.AddSingleton<CollectingLine>();
        services.AddHostedService<Collector>();
    }

    private static void AddTriage(IServiceCollection services)
    {
        services.AddSingleton<ConversationDesk>();
        services.AddSingleton<ClaimConversation>();
        services.AddSingleton<PassConversation>();
        services.AddSingleton<MoveConversation>();
        services.AddSingleton<MoveSeveral>();
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
}
