using FluentValidation;

namespace PoliceSocial.Evidence.Marking;

/// <summary>Marks an incident, something that we published, a conversation, or a part of one, as an exhibit.</summary>
/// <param name="Of">What it is of.</param>
/// <param name="OfId">Which.</param>
/// <param name="Target">The whole of that, or which part.</param>
/// <param name="TargetId">The part.</param>
/// <param name="Initials">The officer's.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Basis">The lawful basis.</param>
/// <param name="Relevant">Whether it is relevant.</param>
/// <param name="Sensitive">Why it is sensitive; null where it is not.</param>
/// <param name="Used">Whether the prosecution relies on it.</param>
internal sealed record MarkCommand(
    SubjectKind Of, long OfId, ExhibitTarget Target, long TargetId, string? Initials, string? What, string? Basis, bool Relevant, string? Sensitive, bool Used);

/// <summary>Says what is missing in the command.</summary>
internal sealed class MarkValidator : AbstractValidator<MarkCommand>
{
    public MarkValidator()
    {
        RuleFor(c => c.Initials).NotEmpty().WithMessage("Enter your initials, as in SR").Matches("^[A-Za-z]{1,10}$").WithMessage("Initials are 1 to 10 letters, as in SR");
        RuleFor(c => c.What).NotEmpty().WithMessage("Enter what it is").MaximumLength(500).WithMessage("What it is must be 500 characters or less");
        RuleFor(c => c.Basis).NotEmpty().WithMessage("Enter the lawful basis").MaximumLength(500).WithMessage("The lawful basis must be 500 characters or less");
        RuleFor(c => c.Sensitive).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
        RuleFor(c => c.Target).IsInEnum();
    }
}

/// <summary>What became of it.</summary>
internal abstract record MarkOutcome
{
    /// <summary>It is an exhibit with this mark.</summary>
    public sealed record Marked(long Id, string Mark) : MarkOutcome;

    /// <summary>There is no such thing for this person.</summary>
    public sealed record NotFound : MarkOutcome;
}

/// <summary>An officer marks an exhibit; it gets their initials and their next number, which no other exhibit of theirs has.</summary>
internal sealed class MarkExhibit(Store<EvidenceModule> store, InReach reach, Parts parts, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("evidence.mark-exhibit");

    private static readonly Statement<int?> LastNumber = Statement.Of<int?>("SELECT MAX(Number) AS Number FROM evidence.Exhibit WHERE PersonId = @personId");

    private static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO evidence.Exhibit ({ExhibitRow.Columns})
        VALUES (@Id, @PersonId, @Initials, @Number, @Target, @TargetId, @ConversationId, @IncidentId, @ChannelId, @TeamId, @What, @Basis, @Relevant, @Sensitive, @Used, @MarkedAt, @Version)
        """);

    public async Task<MarkOutcome> HandleAsync(Person person, MarkCommand command, CancellationToken ct)
    {
        if (await reach.SubjectAsync(person, EvidencePermissions.Mark, command.Of, command.OfId, ct) is not { } subject
            || !await parts.ExistsAsync(subject, command.Target, command.TargetId, ct))
        {
            return new MarkOutcome.NotFound();
        }

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
            ConversationId = subject.ConversationId,
            IncidentId = subject.IncidentId,
            ChannelId = subject.ChannelId,
            TeamId = subject.TeamId,
            What = command.What!.Trim(),
            Basis = command.Basis?.Trim(),
            Relevant = command.Relevant,
            Sensitive = string.IsNullOrWhiteSpace(command.Sensitive) ? null : command.Sensitive.Trim(),
            Used = command.Used,
            MarkedAt = act.At,
            Version = 1,
        };
        await session.ExecuteAsync(Insert, exhibit, ct);
        session.Raise(new ExhibitMarked(
            exhibit.Id, exhibit.Mark(), exhibit.Target.ToString(), exhibit.TargetId, exhibit.ConversationId, exhibit.Relevant, exhibit.Sensitive is not null, exhibit.IncidentId,
            exhibit.Basis));
        await session.CommitAsync(ct);
        return new MarkOutcome.Marked(exhibit.Id, exhibit.Mark());
    }
}
