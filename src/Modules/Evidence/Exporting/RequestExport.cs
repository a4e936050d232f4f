using FluentValidation;
using PoliceSocial.Evidence.Making;

namespace PoliceSocial.Evidence.Exporting;

/// <summary>Orders an export of conversations for a recipient.</summary>
internal sealed record RequestExportCommand(
    IReadOnlyList<long> Conversations, string? Recipient, string? Basis, string? Purpose, string? Investigation, bool WithNotes, IReadOnlyList<RedactionRow> Redactions,
    bool WithSensitive = false);

/// <summary>Says what is missing in the command.</summary>
internal sealed class RequestExportValidator : AbstractValidator<RequestExportCommand>
{
    public const int MostConversations = 500;

    public RequestExportValidator()
    {
        RuleFor(c => c.Conversations).NotEmpty().WithMessage("Choose at least one conversation")
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

    /// <summary>The export's id; null where one of the conversations does not exist for this person.</summary>
    public async Task<long?> HandleAsync(Person person, RequestExportCommand command, CancellationToken ct)
    {
        var conversations = command.Conversations.Distinct().ToList();
        if (await reach.OfAsync(person, EvidencePermissions.Export, conversations, ct) is not { } scope)
            return null;
        var act = acts.By(person, Kind, command.Purpose!.Trim());
        var export = Row(person, command, act);
        await using (var session = await store.BeginAsync(act, ct))
        {
            await session.ExecuteAsync(ExportStatements.Insert, export, ct);
            foreach (var one in scope)
                await session.ExecuteAsync(ExportStatements.InsertConversation, new { exportId = export.Id, conversationId = one.Id, channelId = one.ChannelId, teamId = one.TeamId }, ct);
            foreach (var one in command.Redactions.DistinctBy(r => (r.Kind, r.TargetId)))
                await session.ExecuteAsync(ExportStatements.InsertRedaction, new { exportId = export.Id, kind = one.Kind, targetId = one.TargetId, why = one.Why.Trim() }, ct);
            session.Raise(new ExportRequested(export.Id, conversations, export.Recipient, export.Basis, command.Redactions.Count));
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
