using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Inbox.Judging;

/// <summary>The part of the inbox that judges messages, and hears what people decide.</summary>
internal static class JudgingServices
{
    public static void AddJudging(this IServiceCollection services)
    {
        services.AddSingleton<ModelInUse>().AddSingleton<PolicyInForce>().AddHostedService(s => s.GetRequiredService<PolicyInForce>());
        services.AddSingleton<Bursts>().AddSingleton<ContextFacts>().AddSingleton<KeepJudgement>();
        services.AddSingleton<DecideGrade>().AddSingleton<IValidator<DecideGradeCommand>, DecideGradeValidator>();
        services.AddSingleton<ChangePolicy>().AddSingleton<IValidator<ChangePolicyCommand>, ChangePolicyValidator>();
        services.AddSingleton<ReadJudgements>().AddSingleton<IGradeSuggestions>(s => s.GetRequiredService<ReadJudgements>());
        services.AddSingleton<OtherLanguages>().AddSingleton<ICountSource>(s => s.GetRequiredService<OtherLanguages>());
        services.AddHearingMany<InboxModule, ItemCaptured, JudgeArrivals>();
        services.AddHearing<InboxModule, IncidentRecorded, WhenDecidedElsewhere>();
        services.AddHearing<InboxModule, AssessmentRecorded, WhenDecidedElsewhere>();
    }
}
