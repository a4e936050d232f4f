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

    public static Phrases AddDeletions(this Phrases all) => all
        .Say<DeletionIntended>(e => Invariant($"stored the intent to delete published delivery {e.DeliveryId} from channel {e.ChannelId}"))
        .Say<PublishedCaptured>(e => Invariant($"kept what the network shows of delivery {e.DeliveryId} before its deletion{(e.WasThere ? "" : ": it was gone already")} (SHA-256 {e.Sha256})"))
        .Say<CaptureWaived>(e => Invariant($"wants delivery {e.DeliveryId} deleted although what the network shows could not be kept ({e.Problem}): {e.Why}"))
        .Say<DeletionAttempted>(e => Invariant($"called the network to delete delivery {e.DeliveryId} from channel {e.ChannelId}"))
        .Say<DeletionPutOff>(e => Invariant($"put the deletion of delivery {e.DeliveryId} off until {e.NotBefore:yyyy-MM-dd HH:mm} UTC: {e.Why}"))
        .Say<PublishedDeleted>(e => Invariant($"deleted delivery {e.DeliveryId} from channel {e.ChannelId}{(e.Reconciled ? ", found by reading the network back" : "")}"))
        .Say<DeletionRefused>(e => Invariant($"was refused the deletion of delivery {e.DeliveryId}: {e.Why}"))
        .Say<DeletionOutcomeUnknown>(e => Invariant($"does not know yet whether delivery {e.DeliveryId} was deleted: {e.Why}"));

    public static Phrases AddWatch(this Phrases all) => all
        .Say<PublishingPaused>(e => Invariant($"paused publishing{Where(e.ChannelId)}: {e.Why}"))
        .Say<PublishingResumed>(e => Invariant($"resumed publishing{Where(e.ChannelId)}"))
        .Say<PauseAcknowledged>(e => Invariant($"took note of publishing pause {e.PauseId}"))
        .Say<DeliveryPutOff>(e => Invariant($"put delivery {e.DeliveryId} off until {e.NotBefore:yyyy-MM-dd HH:mm} UTC: {e.Why}"))
        .Say<DeliveryStuck>(e => Invariant($"noticed that delivery {e.DeliveryId} by channel {e.ChannelId} is stuck"))
        .Say<DeliveryAlarmAcknowledged>(e => Invariant($"acknowledged the alarm of delivery {e.DeliveryId}"))
        .Say<DeliveryViewed>(e => Invariant($"viewed delivery {e.DeliveryId} by channel {e.ChannelId}"));

    private static string Where(long? channelId) => channelId is { } channel ? Invariant($" by channel {channel}") : " everywhere";

    private static string Audience(string audience) => audience.ToLowerInvariant();

    private static string Outcome(string state) => state switch
    {
        "OutcomeUnknown" => "not known yet",
        _ => state.ToLowerInvariant(),
    };
}
