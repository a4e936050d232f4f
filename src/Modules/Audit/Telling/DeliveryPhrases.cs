using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Publishing;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to replies and deliveries, in words.</summary>
internal static class DeliveryPhrases
{
    public static Phrases AddReplies(this Phrases all) => all
        .Say<ReplyAwaitsApproval>(e => Invariant($"wrote {Audience(e.Audience)} reply {e.ReplyId} in conversation {e.ConversationId}, which waits for approval"))
        .Say<ReplyReady>((e, names) => Invariant($"released {Audience(e.Audience)} reply {e.ReplyId} in conversation {e.ConversationId}{(e.ApprovedBy is { } by ? $", approved by {names.Of(by)}" : "")}"))
        .Say<ReplyStopped>(e => Invariant($"{(e.Withdrawn ? "withdrew" : "refused")} reply {e.ReplyId} in conversation {e.ConversationId}"))
        .Say<ReplyOutcomeShown>(e => Invariant($"showed the outcome of reply {e.ReplyId} in conversation {e.ConversationId}: {Outcome(e.State)}"));

    public static Phrases AddPublishing(this Phrases all) => all
        .Say<DeliveryIntended>(e => Invariant($"stored the intent to deliver {e.DeliveryId} by channel {e.ChannelId}"))
        .Say<DeliveryAttempted>(e => Invariant($"called the network for delivery {e.DeliveryId} by channel {e.ChannelId}"))
        .Say<DeliverySent>(e => Invariant($"published delivery {e.DeliveryId} by channel {e.ChannelId} as {e.NetworkId}{(e.Reconciled ? ", found by reading the network back" : "")}"))
        .Say<DeliveryRefused>(e => Invariant($"was refused delivery {e.DeliveryId} by channel {e.ChannelId}: {e.Why}"))
        .Say<DeliveryOutcomeUnknown>(e => Invariant($"does not know yet what became of delivery {e.DeliveryId} by channel {e.ChannelId}: {e.Why}"));

    private static string Audience(string audience) => audience.ToLowerInvariant();

    private static string Outcome(string state) => state switch
    {
        "OutcomeUnknown" => "not known yet",
        _ => state.ToLowerInvariant(),
    };
}
