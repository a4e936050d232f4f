using FluentValidation;

namespace PoliceSocial.Publishing.Settle;

/// <summary>Asks that a delivery whose outcome is unknown be settled by what a member of staff saw on the network.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="IsThere">What they saw.</param>
/// <param name="Address">Where it is, where it is there.</param>
/// <param name="Reason">How they know.</param>
/// <param name="NetworkId">The network's identifier of it, where they know it: by it the post can be deleted from here.</param>
internal sealed record SettleCommand(long DeliveryId, bool? IsThere, string? Address, string? Reason, string? NetworkId = null);

/// <summary>Says what is missing in the command.</summary>
internal sealed class SettleValidator : AbstractValidator<SettleCommand>
{
    public SettleValidator()
    {
        RuleFor(c => c.IsThere).NotNull().WithMessage("Choose whether it is there");
        RuleFor(c => c.Address).Must(IsAddress).When(c => c.IsThere == true).WithMessage("Enter the address where it is, beginning with https://");
        RuleFor(c => c.NetworkId).Must(IsIdentifier).When(c => !string.IsNullOrWhiteSpace(c.NetworkId))
            .WithMessage("Enter the identifier as the network writes it, without spaces, or leave it empty");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter how you know: where and when you looked");
        RuleFor(c => c.Reason).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }

    private static bool IsIdentifier(string? id) => id!.Trim() is { Length: <= 500 } text && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static bool IsAddress(string? address) =>
        address is { Length: <= 500 } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}

/// <summary>A member of staff looked on the network and says what became of a delivery.</summary>
internal sealed class SettleDelivery(Store<PublishingModule> store, DeliveryBook book, ChannelsInReach reach, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.settle-delivery");

    public async Task<SettleOutcome> HandleAsync(Person person, SettleCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(DeliveryStatements.Load, new { id = command.DeliveryId }, ct) is not { } delivery
            || !await reach.MayAsync(person, PublishingPermissions.Read, delivery.ChannelId, ct))
        {
            return SettleOutcome.NotFound;
        }

        if (!await reach.MayAsync(person, PublishingPermissions.Reconcile, delivery.ChannelId, ct))
            return SettleOutcome.NotAllowed;
        var reason = command.Reason!.Trim();
        var act = acts.By(person, Kind, reason);
        var after = await book.ChangeAsync(
            act, delivery.Id, d => command.IsThere == true ? d.SeenByHand(command.Address!, command.NetworkId, reason, act.At) : d.AbsentByHand(reason, act.At), ct);
        return after is null ? SettleOutcome.SettledMeanwhile : SettleOutcome.Done;
    }
}

/// <summary>What came of settling or stopping a delivery.</summary>
internal enum SettleOutcome
{
    Done,

    /// <summary>It is not in doubt, or not waiting, any more.</summary>
    SettledMeanwhile,
    NotAllowed,
    NotFound,
}
