using FluentValidation;
using PoliceSocial.Evidence.Making;

namespace PoliceSocial.Evidence.Exporting;

/// <summary>Orders an export of conversations, or of an incident with all that it consists of, for a recipient.</summary>
internal sealed record RequestExportCommand(
    IReadOnlyList<long> Conversations, string? Recipient, string? Basis, string? Purpose, string? Investigation, bool WithNotes, IReadOnlyList<RedactionRow> Redactions,
    bool WithSensitive = false, string? Incident = null);

/// <summary>Says what is missing in the command.</summary>
internal sealed class RequestExportValidator : AbstractValidator<RequestExportCommand>
{
    public const int MostConversations = 500;

    public RequestExportValidator()
    {
        RuleFor(c => c.Conversations).Must((c, conversations) => conversations.Count > 0 || !string.IsNullOrWhiteSpace(c.Incident)).WithMessage("Choose at least one conversation, or an incident")
            .Must(c => c.Count <= MostConversations).WithMessage("An export covers at most 500 conversations");
        RuleFor(c => c.Recipient).NotEmpty().WithMessage("Enter who receives it").MaximumLength(300).WithMessage("The recipient must be 300 characters or less");
        RuleFor(c => c.Basis).NotEmpty().WithMessage("Enter the lawful basis").MaximumLength(500).WithMessage("The lawful basis must be 500 characters or less");
        RuleFor(c => c.Purpose).NotEmpty().WithMessage("Enter what it is for").MaximumLength(1_000).WithMessage("What it is for must be 1,000 characters or less");
        RuleFor(c => c.Investigation).MaximumLength(200).WithMessage("The number must be 200 characters or less");
        RuleForEach(c => c.Redactions).Must(r => !string.IsNullOrWhiteSpace(r.Why) && r.Why.Length <= 1_000)
            .WithMessage("Enter why it is removed, in 1,000 characters or less").OverridePropertyName("RemoveWhy");
    }
}

/// <summary>An officer orders an export; it is made in the background, and goes on after a restart.</summary>
internal sealed class RequestExport(Store<EvidenceModule> store, InReach reach, ActFactory acts, Ids ids, ExportQueue queue)
{
    public static readonly ActKind Kind = new("evidence.request-export");

    /// <summary>The export's id; null where the incident or one of the conversations does not exist for this person, or they are too many.</summary>
    public async Task<long?> HandleAsync(Person person, RequestExportCommand command, CancellationToken ct)
    {
        var incident = string.IsNullOrWhiteSpace(command.Incident) ? null : await reach.IncidentAsync(person, EvidencePermissions.Export, command.Incident, ct);
        if (incident is null && !string.IsNullOrWhiteSpace(command.Incident))
            return null;
        var conversations = command.Conversations.Concat(incident?.Conversations ?? []).Distinct().ToList();
        var scope = conversations.Count > 0 ? await reach.OfAsync(person, EvidencePermissions.Export, conversations, ct) : incident is null ? null : [];
        if (scope is null || scope.Count > RequestExportValidator.MostConversations)
            return null;
        var act = acts.By(person, Kind, command.Purpose!.Trim());
        var export = Row(person, command, act) with { IncidentId = incident?.Id, IncidentChannelId = incident?.ChannelId, IncidentTeamId = incident?.TeamId };
        if (export.Investigation.Length == 0 && incident is not null)
            export = export with { Investigation = incident.Number };
        await using (var session = await store.BeginAsync(act, ct))
        {
            await session.ExecuteAsync(ExportStatements.Insert, export, ct);
            foreach (var one in scope)
                await session.ExecuteAsync(ExportStatements.InsertConversation, new { exportId = export.Id, conversationId = one.Id, channelId = one.ChannelId, teamId = one.TeamId }, ct);
            foreach (var one in command.Redactions.DistinctBy(r => (r.Kind, r.TargetId)))
                await session.ExecuteAsync(ExportStatements.InsertRedaction, new { exportId = export.Id, kind = one.Kind, targetId = one.TargetId, why = one.Why.Trim() }, ct);
            session.Raise(new ExportRequested(export.Id, conversations, export.Recipient, export.Basis, command.Redactions.Count, export.IncidentId));
            await session.CommitAsync(ct);
        }

        queue.Ring();
        return export.Id;
    }

    private ExportRow Row(Person person, RequestExportCommand command, Act act) => new()
    {
        Id = ids.New(),
        Investigation = command.Investigation?.Trim() ?? "",
        Recipient = command.Recipient!.Trim(),
        Basis = command.Basis!.Trim(),
        Purpose = command.Purpose!.Trim(),
        WithNotes = command.WithNotes,
        WithSensitive = command.WithSensitive,
        AskedBy = person.Id,
        AskedAt = act.At,
        State = ExportState.Waiting,
        Attempts = 0,
        Version = 1,
    };
}
