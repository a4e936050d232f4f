using FluentValidation;

namespace PoliceSocial.Evidence.Marking;

/// <summary>Marks a conversation, or a message or attachment of one, as an exhibit.</summary>
internal sealed record MarkCommand(long ConversationId, ExhibitTarget Target, long TargetId, string? Initials, string? What, bool Relevant, string? Sensitive, bool Used);

/// <summary>Says what is missing in the command.</summary>
internal sealed class MarkValidator : AbstractValidator<MarkCommand>
{
    public MarkValidator()
    {
        RuleFor(c => c.Initials).NotEmpty().WithMessage("Enter your initials, as in SR").Matches("^[A-Za-z]{1,10}$").WithMessage("Initials are 1 to 10 letters, as in SR");
        RuleFor(c => c.What).NotEmpty().WithMessage("Enter what it is").MaximumLength(500).WithMessage("What it is must be 500 characters or less");
        RuleFor(c => c.Sensitive).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
        RuleFor(c => c.Target).IsInEnum();
    }
}

/// <summary>What became of it.</summary>
internal abstract record MarkOutcome
{
    /// <summary>It is an exhibit with this mark.</summary>
    public sealed record Marked(long Id, string Mark) : MarkOutcome;

    /// <summary>There is no such conversation for this person, or no such thing in it.</summary>
    public sealed record NotFound : MarkOutcome;
}

/// <summary>An officer marks an exhibit; it gets their initials and their next number, which no other exhibit of theirs has.</summary>
internal sealed class MarkExhibit(Store<EvidenceModule> store, InReach reach, ICapturedMaterial material, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("evidence.mark-exhibit");

    private static readonly Statement<int?> LastNumber = Statement.Of<int?>("SELECT MAX(Number) AS Number FROM evidence.Exhibit WHERE PersonId = @personId");

    private static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO evidence.Exhibit ({ExhibitRow.Columns})
        VALUES (@Id, @PersonId, @Initials, @Number, @Target, @TargetId, @ConversationId, @ChannelId, @TeamId, @What, @Relevant, @Sensitive, @Used, @MarkedAt, @Version)
        """);

    public async Task<MarkOutcome> HandleAsync(Person person, MarkCommand command, CancellationToken ct)
    {
        if (await reach.OfAsync(person, EvidencePermissions.Mark, [command.ConversationId], ct) is not [var scope] || !await ExistsAsync(command, ct))
            return new MarkOutcome.NotFound();
        var act = acts.By(person, Kind);
        await using var session = await store.BeginAsync(act, ct);
        var exhibit = new ExhibitRow
        {
            Id = ids.New(),
            PersonId = person.Id,
            Initials = command.Initials!.Trim().ToUpperInvariant(),
            Number = (await session.FindAsync(LastNumber, new { personId = person.Id }, ct) ?? 0) + 1,
            Target = command.Target,
            TargetId = command.TargetId,
            ConversationId = command.ConversationId,
            ChannelId = scope.ChannelId,
            TeamId = scope.TeamId,
            What = command.What!.Trim(),
            Relevant = command.Relevant,
            Sensitive = string.IsNullOrWhiteSpace(command.Sensitive) ? null : command.Sensitive.Trim(),
            Used = command.Used,
            MarkedAt = act.At,
            Version = 1,
        };
        await session.ExecuteAsync(Insert, exhibit, ct);
        session.Raise(new ExhibitMarked(
            exhibit.Id, exhibit.Mark(), exhibit.Target.ToString(), exhibit.TargetId, exhibit.ConversationId, exhibit.Relevant, exhibit.Sensitive is not null));
        await session.CommitAsync(ct);
        return new MarkOutcome.Marked(exhibit.Id, exhibit.Mark());
    }

    private async Task<bool> ExistsAsync(MarkCommand command, CancellationToken ct)
    {
        if (command.Target == ExhibitTarget.Conversation)
            return command.TargetId == command.ConversationId;
        await foreach (var line in material.LinesAsync([command.ConversationId], ct))
        {
            if (line.Kind == MaterialKind.Message
                && (command.Target == ExhibitTarget.Message ? line.Id == command.TargetId : line.Attachments.Any(a => a.Id == command.TargetId)))
            {
                return true;
            }
        }

        return false;
    }
}
