using FluentValidation;

namespace PoliceSocial.Publishing.Settle;

/// <summary>Asks that a delivery that waits not go out at all.</summary>
internal sealed record StopCommand(long DeliveryId, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class StopValidator : AbstractValidator<StopCommand>
{
    public StopValidator() => RuleFor(c => c.Reason)
        .NotEmpty().WithMessage("Enter why it must not go out")
        .MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
}

/// <summary>A member of staff stops a delivery before the network is called for it.</summary>
internal sealed class StopDelivery(Store<PublishingModule> store, DeliveryBook book, ChannelsInReach reach, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.stop-delivery");

    public async Task<SettleOutcome> HandleAsync(Person person, StopCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(DeliveryStatements.Load, new { id = command.DeliveryId }, ct) is not { } delivery
            || !await reach.MayAsync(person, PublishingPermissions.Read, delivery.ChannelId, ct))
        {
            return SettleOutcome.NotFound;
        }

        if (!await reach.MayAsync(person, PublishingPermissions.Reconcile, delivery.ChannelId, ct))
            return SettleOutcome.NotAllowed;
        var act = acts.By(person, Kind, command.Reason!.Trim());
        var after = await book.ChangeAsync(
            act, delivery.Id, d => d.Drop(StepKind.Stopped, "A colleague stopped it. Nothing was published.", act.At, act.Purpose), ct);
        return after is null ? SettleOutcome.SettledMeanwhile : SettleOutcome.Done;
    }
}
