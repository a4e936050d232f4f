using FluentValidation;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>What staff decide about a channel.</summary>
internal sealed record ChannelDetails
{
    public string Name { get; init; } = "";

    public long? TeamId { get; init; }

    public bool RepliesNeedApproval { get; init; }

    /// <summary>Asked unless staff decide otherwise.</summary>
    public bool PurposeNeeded { get; init; } = true;

    public QuietRule QuietRule { get; init; } = QuietRule.Learned;

    public int? QuietMinutes { get; init; }
}

/// <summary>What may stand in it.</summary>
internal sealed class ChannelDetailsValidator : AbstractValidator<ChannelDetails>
{
    private const int MostMinutes = 31 * 24 * 60;

    public ChannelDetailsValidator()
    {
        RuleFor(d => d.Name).NotEmpty().WithMessage("Enter a name for the channel")
            .MaximumLength(200).WithMessage("The name must be 200 characters or fewer");
        RuleFor(d => d.QuietRule).IsInEnum().WithMessage("Choose when a silence raises an alarm");
        RuleFor(d => d.QuietMinutes).NotNull().WithMessage("Enter after how many minutes a silence raises an alarm")
            .InclusiveBetween(5, MostMinutes).WithMessage($"The minutes must be between 5 and {MostMinutes:N0}")
            .When(d => d.QuietRule == QuietRule.Fixed);
    }
}
