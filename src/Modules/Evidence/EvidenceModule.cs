using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Evidence.Disposing;
using PoliceSocial.Evidence.Exporting;
using PoliceSocial.Evidence.Holding;
using PoliceSocial.Evidence.Making;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Retaining;
using PoliceSocial.Evidence.Signing;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Evidence;

/// <summary>What is kept for court: exhibits, legal holds, and bags that a defence expert can check alone.</summary>
public sealed class EvidenceModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "evidence";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => EvidencePermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<NavigationPlace> Navigation =>
    [
        new("Evidence", "/evidence/exports", "copy", EvidencePermissions.Read, 60),
        new("Records", "/evidence/records", "clock", EvidencePermissions.Review, 65, ReviewCounts.Waiting),
    ];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EvidenceOptions>().Bind(configuration.GetSection(EvidenceOptions.Section));
        services.AddHttpClient(TimeStamps.Client, c => c.Timeout = TimeSpan.FromSeconds(15));
        services.AddSingleton<InReach>().AddSingleton<Parts>().AddSingleton<ListParts>().AddSingleton<IMarking, MarkingOffer>()
            .AddSingleton<MarkExhibit>().AddSingleton<ChangeExhibit>().AddSingleton<ReadExhibits>().AddSingleton<IValidator<MarkCommand>, MarkValidator>()
            .AddSingleton<Holds>().AddSingleton<IHolds, Held>().AddSingleton<IValidator<HoldCommand>, HoldValidator>()
            .AddSingleton<RequestExport>().AddSingleton<IValidator<RequestExportCommand>, RequestExportValidator>()
            .AddSingleton<ReadExports>().AddSingleton<ReadMaterial>().AddSingleton<HandOver>()
            .AddSingleton<SigningCertificate>().AddSingleton<TimeStamps>().AddSingleton<PdfFontFile>()
            .AddSingleton<BagFolder>().AddSingleton<ExportQueue>().AddSingleton<MakeExport>()
            .AddSingleton<ExportMaker>().AddHostedService(s => s.GetRequiredService<ExportMaker>());
        AddRetaining(services);
        AddDisposing(services);
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => HandOver.Map(routes);

    private static void AddRetaining(IServiceCollection services) => services
        .AddSingleton<ReadPolicy>().AddSingleton<FillReviews>().AddSingleton<ReadReviews>()
        .AddSingleton<ShipClasses>().AddHostedService(s => s.GetRequiredService<ShipClasses>()).AddHostedService<FillDaily>()
        .AddSingleton<ChangeClass>().AddSingleton<IValidator<ChangeClassCommand>, ChangeClassValidator>()
        .AddSingleton<ChangeRule>().AddSingleton<IValidator<ChangeRuleCommand>, ChangeRuleValidator>()
        .AddSingleton<ReclassifyRecord>().AddSingleton<IValidator<ReclassifyCommand>, ReclassifyValidator>()
        .AddSingleton<RetainRecord>().AddSingleton<IValidator<RetainCommand>, RetainValidator>()
        .AddSingleton<ReviewCounts>().AddSingleton<ICountSource>(s => s.GetRequiredService<ReviewCounts>());

    private static void AddDisposing(IServiceCollection services) => services
        .AddSingleton<WhyNotDispose>().AddSingleton<DisposalQueue>().AddSingleton<DisposalSteps>().AddSingleton<DisposeNext>()
        .AddSingleton<ProposeDisposal>().AddSingleton<IValidator<ProposeCommand>, ProposeValidator>().AddSingleton<ConfirmDisposal>()
        .AddSingleton<DisposeOfEvidence>().AddSingleton<IDisposeOfRecords>(s => s.GetRequiredService<DisposeOfEvidence>())
        .AddHostedService<Disposer>();
}
