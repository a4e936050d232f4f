using FluentValidation;

namespace PoliceSocial.Evidence.Holding;

/// <summary>Places a legal hold on a conversation.</summary>
internal sealed record HoldCommand(long ConversationId, string? Basis);

/// <summary>Says what is missing in the command.</summary>
internal sealed class HoldValidator : AbstractValidator<HoldCommand>
{
    public HoldValidator() => RuleFor(c => c.Basis)
        .NotEmpty().WithMessage("Enter on what basis it must be kept").MaximumLength(1_000).WithMessage("The basis must be 1,000 characters or less");
}

/// <summary>A hold as it is stored.</summary>
internal sealed record HoldRow
{
    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    public required long ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required string Basis { get; init; }

    public required long PlacedBy { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }
}

/// <summary>An officer places a hold, which nothing disposes of, or ends one.</summary>
internal sealed class Holds(Store<EvidenceModule> store, InReach reach, ActFactory acts, Ids ids) : IHolds
{
    public static readonly ActKind Place = new("evidence.place-hold");
    public static readonly ActKind Release = new("evidence.release-hold");

    private const string Columns = "Id, ConversationId, ChannelId, TeamId, Basis, PlacedBy, PlacedAt";

    private static readonly Statement<HoldRow> Open = Statement.Of<HoldRow>(
        $"SELECT {Columns} FROM evidence.Hold WHERE ReleasedAt IS NULL AND ConversationId IN @conversations ORDER BY Id");

    private static readonly Statement<HoldRow> Load = Statement.Of<HoldRow>($"SELECT {Columns} FROM evidence.Hold WHERE Id = @id AND ReleasedAt IS NULL");

    private static readonly Statement Insert = Statement.Of($"INSERT INTO evidence.Hold ({Columns}) VALUES (@Id, @ConversationId, @ChannelId, @TeamId, @Basis, @PlacedBy, @PlacedAt)");

    private static readonly Statement End = Statement.Of(
        "UPDATE evidence.Hold SET ReleasedBy = @by, ReleasedAt = @at, ReleaseReason = @reason WHERE Id = @id AND ReleasedAt IS NULL");

    /// <summary>Places a hold; its id, or null where there is no such conversation for this person.</summary>
    public async Task<long?> PlaceAsync(Person person, HoldCommand command, CancellationToken ct)
    {
        if (await reach.OfAsync(person, EvidencePermissions.Mark, [command.ConversationId], ct) is not [var scope])
            return null;
        var act = acts.By(person, Place, command.Basis!.Trim());
        var hold = new HoldRow
        {
            Id = ids.New(),
            ConversationId = scope.Id,
            ChannelId = scope.ChannelId,
            TeamId = scope.TeamId,
            Basis = command.Basis.Trim(),
            PlacedBy = person.Id,
            PlacedAt = act.At,
        };
        await using var session = await store.BeginAsync(act, ct);
        await session.ExecuteAsync(Insert, hold, ct);
        session.Raise(new HoldPlaced(hold.Id, hold.ConversationId, hold.Basis));
        await session.CommitAsync(ct);
        return hold.Id;
    }

    /// <summary>Ends a hold; false where there is none for this person.</summary>
    public async Task<bool> ReleaseAsync(Person person, long holdId, string reason, CancellationToken ct)
    {
        if (await store.FindAsync(Load, new { id = holdId }, ct) is not { } hold || !person.Grants.Allows(EvidencePermissions.Mark, hold.ChannelId, hold.TeamId))
            return false;
        var act = acts.By(person, Release, reason);
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(End, new { id = holdId, by = person.Id, at = act.At, reason }, ct) == 0)
            return false;
        session.Raise(new HoldReleased(holdId, hold.ConversationId));
        await session.CommitAsync(ct);
        return true;
    }

    /// <summary>The open holds on a conversation.</summary>
    public Task<IReadOnlyList<HoldRow>> OfAsync(long conversationId, CancellationToken ct) =>
        store.QueryAsync(Open, new { conversations = new[] { conversationId } }, ct);

    public async Task<IReadOnlySet<long>> HeldAsync(IReadOnlyList<long> conversations, CancellationToken ct) =>
        (await store.QueryAsync(Open, new { conversations }, ct)).Select(h => h.ConversationId).ToHashSet();
}
