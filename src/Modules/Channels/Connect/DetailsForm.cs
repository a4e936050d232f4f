using PoliceSocial.Channels.Model;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Channels.Connect;

/// <summary>The form of what staff decide about a channel, for a new one and for changes.</summary>
internal sealed record DetailsForm(ChannelDetails Details, Problems Problems, IReadOnlyList<TeamSummary> Teams);

/// <summary>What the form sends.</summary>
internal sealed class DetailsInput
{
    public string? Name { get; set; }

    public long? TeamId { get; set; }

    public bool RepliesNeedApproval { get; set; }

    public bool PurposeNeeded { get; set; }

    public QuietRule QuietRule { get; set; } = QuietRule.Learned;

    public int? QuietMinutes { get; set; }

    public ChannelDetails ToDetails() => new()
    {
        Name = Name ?? "",
        TeamId = TeamId,
        RepliesNeedApproval = RepliesNeedApproval,
        PurposeNeeded = PurposeNeeded,
        QuietRule = QuietRule,
        QuietMinutes = QuietMinutes,
    };
}
