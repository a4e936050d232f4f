using FluentValidation;

namespace PoliceSocial.Publishing.Deleting;

/// <summary>Asks that a post of ours be deleted on the network.</summary>
internal sealed record DeleteCommand(long DeliveryId, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class DeleteValidator : AbstractValidator<DeleteCommand>
{
    public DeleteValidator() => RuleFor(c => c.Reason)
        .NotEmpty().WithMessage("Enter why it must be deleted")
        .MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
}

/// <summary>
/// A member of staff wants what we published gone from the network. What was published stays on record here; only the network's
/// copy goes.
/// </summary>
internal sealed class DeletePublished(Store<PublishingModule> store, DeliveryBook book, ChannelsInReach reach, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("publishing.delete-published");

    public async Task<DeleteOutcome> HandleAsync(Person person, DeleteCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(DeliveryStatements.Load, new { id = command.DeliveryId }, ct) is not { } delivery)
            return DeleteOutcome.NotFound;
        if (!await reach.MayAsync(person, PublishingPermissions.Reconcile, delivery.ChannelId, ct))
            return DeleteOutcome.NotAllowed;
        if (delivery.DeletableId() is not { } networkId)
            return DeleteOutcome.NotOurs;
        var act = acts.By(person, Kind, command.Reason!.Trim());
        var deletion = WishOf(delivery, networkId, person.Id, act);
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(DeletionStatements.Insert, With(deletion), ct) == 0)
            return DeleteOutcome.AlreadySo;
        await book.AddStepAsync(session, delivery.Id, StepKind.DeletionAsked, act.Purpose, ct);
        session.Raise(new DeletionIntended(deletion.Id, delivery.Id, delivery.ChannelId));
        await session.CommitAsync(ct);
        return DeleteOutcome.Done;
    }

    private static object With(DeletionRow d) => new
    {
        d.Id,
        d.DeliveryId,
        d.ChannelId,
        d.NetworkId,
        d.AskedBy,
        d.AskedAt,
        d.Reason,
        d.State,
        d.StateSince,
        d.Why,
        d.Attempts,
        d.NotBefore,
        d.AttemptedAt,
        d.LookAt,
        d.Looks,
        d.StuckAt,
        d.AcknowledgedBy,
        d.AcknowledgedAt,
        d.Version,
        refused = DeliveryState.Refused,
    };

    private DeletionRow WishOf(DeliveryRow delivery, string networkId, long askedBy, Act act) => new()
    {
        Id = ids.New(),
        DeliveryId = delivery.Id,
        ChannelId = delivery.ChannelId,
        NetworkId = networkId,
        AskedBy = askedBy,
        AskedAt = act.At,
        Reason = act.Purpose ?? "",
        State = DeliveryState.Intended,
        StateSince = act.At,
        Attempts = 0,
        Looks = 0,
        Version = 1,
    };
}

/// <summary>What came of asking for a deletion.</summary>
internal enum DeleteOutcome
{
    Done,

    /// <summary>It is being deleted, or it is gone.</summary>
    AlreadySo,

    /// <summary>It is not published by us, or a colleague said where it is and the network's identifier is not known.</summary>
    NotOurs,
    NotAllowed,
    NotFound,
}
