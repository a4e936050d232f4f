using PoliceSocial.Contracts.Channels;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to channels, in words.</summary>
internal static class ChannelPhrases
{
    public static Phrases AddChannels(this Phrases all) => all
        .Say<ChannelConnected>(e => Invariant($"connected channel {e.ChannelId} by {e.Connector}{(e.Rehearsal ? ", as a rehearsal" : "")}"))
        .Say<ChannelChanged>(e => Invariant($"changed channel {e.ChannelId}: replies {(e.RepliesNeedApproval ? "need" : "do not need")} approval, a purpose is {(e.PurposeNeeded ? "asked" : "not asked")}"))
        .Say<ConnectionAttempted>(e => Invariant($"filled in an account of {e.Connector} to connect (attempt {e.AttemptId})"))
        .Say<ConnectionTried>(e => Invariant($"asked the network whose account it is (attempt {e.AttemptId}): {(e.Accepted ? "accepted" : e.Why)}"))
        .Say<ChannelTested>(e => Invariant($"tested channel {e.ChannelId}: {(e.Works ? "it works" : e.Why)}"))
        .Say<ChannelPaused>(e => Invariant($"paused channel {e.ChannelId}: {e.Why}"))
        .Say<ChannelResumed>(e => Invariant($"resumed channel {e.ChannelId}"))
        .Say<ChannelDisconnected>(e => Invariant($"disconnected channel {e.ChannelId}: {e.Why}"))
        .Say<ChannelReconnected>(e => Invariant($"connected channel {e.ChannelId} again{(e.NewCredential ? " with a new credential" : "")}"))
        .Say<ChannelHandleChanged>(e => Invariant($"noticed that channel {e.ChannelId} is called @{e.Handle} now"))
        .Say<ChannelLostCredential>(e => Invariant($"found that the network no longer takes the credential of channel {e.ChannelId}: {e.Why}"))
        .Say<ChannelWentDown>(e => Invariant($"cannot reach channel {e.ChannelId}: {e.Why}"))
        .Say<ChannelWentQuiet>(e => Invariant($"noticed that nothing came by channel {e.ChannelId} for over {e.ThresholdMinutes} minutes"))
        .Say<ChannelCannotStore>(e => Invariant($"found that what comes by channel {e.ChannelId} cannot be stored: {e.Why}"))
        .Say<ChannelIsWell>(e => Invariant($"found channel {e.ChannelId} well again"))
        .Say<ChannelGapNoticed>(e => Invariant($"noticed a gap in channel {e.ChannelId}, from {e.From:yyyy-MM-dd HH:mm} to {e.To:yyyy-MM-dd HH:mm} UTC: {e.Why}"))
        .Say<ChannelCredentialExpiring>(e => Invariant($"noticed that the credential of channel {e.ChannelId} expires {e.Expires:yyyy-MM-dd HH:mm} UTC"))
        .Say<ChannelAlarmAcknowledged>(e => Invariant($"acknowledged an alarm of channel {e.ChannelId}"))
        .Say<SecretStored>(e => Invariant($"{(e.Removed ? "removed" : "stored")} the secret “{e.Name}” of channel {e.ChannelId}"))
        .Say<SignInStarted>(e => Invariant($"began to connect a channel (attempt {e.AttemptId})"))
        .Say<SignInReturned>(e => Invariant($"came back from the network to connect a channel (attempt {e.AttemptId})"));
}
