using FluentValidation;
using PoliceSocial.Evidence.Marking;

namespace PoliceSocial.Evidence.Holding;

/// <summary>Places a legal hold on an incident, something that we published, a conversation, or a part of one.</summary>
internal sealed record HoldCommand(SubjectKind Of, long OfId, ExhibitTarget Target, long TargetId, string? Basis);

/// <summary>Says what is missing in the command.</summary>
internal sealed class HoldValidator : AbstractValidator<HoldCommand>
{
    public HoldValidator()
    {
        RuleFor(c => c.Basis).NotEmpty().WithMessage("Enter on what basis it must be kept").MaximumLength(1_000).WithMessage("The basis must be 1,000 characters or less");
        RuleFor(c => c.Target).IsInEnum();
    }
}

/// <summary>An officer places a hold, which nothing disposes of, or ends one.</summary>
internal sealed class Holds(Store<EvidenceModule> store, InReach reach, Parts parts, ActFactory acts, Ids ids)
{
    public static readonly ActKind Place = new("evidence.place-hold");
    public static readonly ActKind Release = new("evidence.release-hold");

    private static readonly Statement<HoldRow> OfConversation = Statement.Of<HoldRow>(
        $"SELECT {HoldRow.Columns} FROM evidence.Hold WHERE ReleasedAt IS NULL AND ConversationId = @id ORDER BY Id");

    private static readonly Statement<HoldRow> OfIncident = Statement.Of<HoldRow>(
        $"SELECT {HoldRow.Columns} FROM evidence.Hold WHERE ReleasedAt IS NULL AND IncidentId = @id ORDER BY Id");

    private static readonly Statement<HoldRow> Load = Statement.Of<HoldRow>($"SELECT {HoldRow.Columns} FROM evidence.Hold WHERE Id = @id AND ReleasedAt IS NULL");

    private static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO evidence.Hold ({HoldRow.Columns})
        VALUES (@Id, @Target, @TargetId, @ConversationId, @IncidentId, @ChannelId, @TeamId, @Basis, @PlacedBy, @PlacedAt)
        """);

    private static readonly Statement End = Statement.Of(
        "UPDATE evidence.Hold SET ReleasedBy = @by, ReleasedAt = @at, ReleaseReason = @reason WHERE Id = @id AND ReleasedAt IS NULL");

    /// <summary>Places a hold; its id, or null where there is no such thing for this person.</summary>
    public async Task<long?> PlaceAsync(Person person, HoldCommand command, CancellationToken ct)
    {
        if (await reach.SubjectAsync(person, EvidencePermissions.Mark, command.Of, command.OfId, ct) is not { } subject
            || !await parts.ExistsAsync(subject, command.Target, command.TargetId, ct))
        {
            return null;
        }

        var act = acts.By(person, Place, command.Basis!.Trim());
        var hold = new HoldRow
        {
            Id = ids.New(),
            Target = command.Target,
            TargetId = command.TargetId,
            ConversationId = subject.ConversationId,
            IncidentId = subject.IncidentId,
            ChannelId = subject.ChannelId,
            TeamId = subject.TeamId,
            Basis = command.Basis.Trim(),
            PlacedBy = person.Id,
            PlacedAt = act.At,
        };
        await using var session = await store.BeginAsync(act, ct);
        await session.ExecuteAsync(Insert, hold, ct);
        session.Raise(new HoldPlaced(hold.Id, hold.ConversationId, hold.Basis, hold.Target.ToString(), hold.TargetId, hold.IncidentId));
        await session.CommitAsync(ct);
        return hold.Id;
    }

    /// <summary>Ends a hold; false where there is none for this person.</summary>
    public async Task<bool> ReleaseAsync(Person person, long holdId, string reason, CancellationToken ct)
    {
        if (await store.FindAsync(Load, new { id = holdId }, ct) is not { } hold || !person.May(EvidencePermissions.Mark, hold.ChannelId, hold.TeamId))
            return false;
        var act = acts.By(person, Release, reason);
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(End, new { id = holdId, by = person.Id, at = act.At, reason }, ct) == 0)
            return false;
        session.Raise(new HoldReleased(holdId, hold.ConversationId, hold.IncidentId));
        await session.CommitAsync(ct);
        return true;
    }

    /// <summary>The open holds that a page of evidence shows.</summary>
    public async Task<IReadOnlyList<HoldRow>> OfAsync(Subject subject, CancellationToken ct) => subject switch
    {
        { IncidentId: { } incident } => await store.QueryAsync(OfIncident, new { id = incident }, ct),
        { ConversationId: { } conversation } => await store.QueryAsync(OfConversation, new { id = conversation }, ct),
        _ => [],
    };
}
