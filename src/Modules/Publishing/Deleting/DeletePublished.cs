using FluentValidation;

namespace PoliceSocial.Publishing.Deleting;

/// <summary>Asks that a post of ours be deleted on the network.</summary>
/// <param name="DeliveryId">Which.</param>
/// <param name="Reason">Why it must go.</param>
/// <param name="WithoutCapture">Why it must go even though what the network shows of it cannot be kept; null: then it stays.</param>
internal sealed record DeleteCommand(long DeliveryId, string? Reason, string? WithoutCapture = null);

/// <summary>Says what is missing in the command.</summary>
internal sealed class DeleteValidator : AbstractValidator<DeleteCommand>
{
    public DeleteValidator()
    {
        RuleFor(c => c.Reason)
            .NotEmpty().WithMessage("Enter why it must be deleted")
            .MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
        RuleFor(c => c.WithoutCapture).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>
/// A member of staff wants what we published gone from the network. What was published stays on record here, and what the network
/// shows of it is captured first; only the network's copy goes. Where it cannot be captured, it goes only with a reason.
/// </summary>
internal sealed class DeletePublished(Store<PublishingModule> store, DeliveryBook book, ChannelsInReach reach, CaptureFirst capture, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("publishing.delete-published");

    public async Task<DeleteOutcome> HandleAsync(Person person, DeleteCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(DeliveryStatements.Load, new { id = command.DeliveryId }, ct) is not { } delivery
            || !await reach.MayAsync(person, PublishingPermissions.Read, delivery.ChannelId, ct))
        {
            return new DeleteOutcome.NotFound();
        }

        if (!await reach.MayAsync(person, PublishingPermissions.Reconcile, delivery.ChannelId, ct))
            return new DeleteOutcome.NotAllowed();
        if (delivery.DeletableId() is not { } networkId)
            return new DeleteOutcome.NotOurs();
        if (await store.FindAsync(DeletionStatements.Standing, Standing(delivery), ct) is not null)
            return new DeleteOutcome.AlreadySo();
        var (shown, seen, problem) = await capture.LookAsync(delivery, ct);
        var waived = string.IsNullOrWhiteSpace(command.WithoutCapture) ? null : command.WithoutCapture.Trim();
        if (problem is not null && waived is null)
            return new DeleteOutcome.NotCaptured(problem);
        var pictures = await capture.PicturesAsync(delivery, ct);
        var act = acts.By(person, Kind, command.Reason!.Trim());
        var deletion = WishOf(delivery, networkId, person.Id, act);
        var kept = CaptureRow.Of(ids.New(), deletion, delivery, pictures, seen, shown, problem is null ? null : waived);
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(DeletionStatements.Insert, With(deletion), ct) == 0)
            return new DeleteOutcome.AlreadySo();
        await session.ExecuteAsync(CaptureRow.Insert, kept, ct);
        await book.AddStepAsync(session, delivery.Id, shown == Shown.Unknown ? StepKind.CaptureWaived : StepKind.Captured, kept.Why ?? kept.Sha256, ct);
        await book.AddStepAsync(session, delivery.Id, StepKind.DeletionAsked, act.Purpose, ct);
        session.Raise(shown == Shown.Unknown
            ? new CaptureWaived(deletion.Id, delivery.Id, delivery.ChannelId, problem!, waived!)
            : new PublishedCaptured(deletion.Id, delivery.Id, delivery.ChannelId, shown == Shown.Post, kept.Sha256));
        session.Raise(new DeletionIntended(deletion.Id, delivery.Id, delivery.ChannelId));
        await session.CommitAsync(ct);
        return new DeleteOutcome.Done();
    }

    private static object Standing(DeliveryRow delivery) => new { deliveryId = delivery.Id, refused = DeliveryState.Refused, take = 1 };

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
internal abstract record DeleteOutcome
{
    private DeleteOutcome()
    {
    }

    /// <summary>It is captured, and the network will be asked.</summary>
    public sealed record Done : DeleteOutcome;

    /// <summary>It is being deleted, or it is gone.</summary>
    public sealed record AlreadySo : DeleteOutcome;

    /// <summary>It is not published by us, or a colleague said where it is and the network's identifier is not known.</summary>
    public sealed record NotOurs : DeleteOutcome;

    /// <summary>What the network shows of it cannot be kept, and nobody said why it must go all the same: it stays.</summary>
    public sealed record NotCaptured(string Why) : DeleteOutcome;

    /// <summary>The person may not.</summary>
    public sealed record NotAllowed : DeleteOutcome;

    /// <summary>There is none by that id.</summary>
    public sealed record NotFound : DeleteOutcome;
}
