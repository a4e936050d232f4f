using System.Globalization;

namespace PoliceSocial.Publishing.Model;

/// <summary>
/// What may become of a delivery, decided without a database or a network. Null means: not in the state it is in. From the
/// moment it is attempted, only the certainty that nothing happened leads back to where it may be attempted again.
/// </summary>
internal static class Delivery
{
    public const string CertainlyAbsent = "It is certain that nothing was published. You can write it again.";
    private const int LongestWhy = 2_000;

    public static bool IsOpen(this DeliveryRow d) =>
        d.State is DeliveryState.Intended or DeliveryState.Attempting or DeliveryState.OutcomeUnknown;

    /// <summary>The network is about to be called.</summary>
    public static Move? Attempt(this DeliveryRow d, DateTimeOffset at) => d.State != DeliveryState.Intended || d.NotBefore > at
        ? null
        : new(
            d.To(DeliveryState.Attempting, at, null) with { Attempts = d.Attempts + 1, AttemptedAt = at, NotBefore = null },
            StepKind.Attempted, new DeliveryAttempted(d.Id, d.ChannelId));

    /// <summary>The call has ended, perhaps after it was already given up.</summary>
    public static Move? Answered(this DeliveryRow d, Outcome<Published> outcome, string? receiptSha256, DateTimeOffset at) => (d.State, outcome) switch
    {
        (DeliveryState.Attempting or DeliveryState.OutcomeUnknown, Outcome<Published>.Success success) => d.Sent(success.Value, StepKind.Sent, receiptSha256, at),
        (DeliveryState.Attempting or DeliveryState.OutcomeUnknown, Outcome<Published>.Refused refused) => d.Refuse(StepKind.Refused, refused.Why, at),
        (DeliveryState.Attempting, Outcome<Published>.Retry retry) => d.PutOff(retry.After, retry.Why, at),
        (DeliveryState.Attempting, Outcome<Published>.Reconnect reconnect) => d.PutOff(Patience.BeforeSignIn, reconnect.Why, at),
        (DeliveryState.Attempting, Outcome<Published>.Broken broken) => d.Lose(broken.Why, at),
        (DeliveryState.Attempting, Outcome<Published>.OutcomeUnknown unknown) => d.Lose(unknown.Why, at),
        (DeliveryState.OutcomeUnknown, Outcome<Published>.Retry or Outcome<Published>.Reconnect) => d.Refuse(StepKind.Refused, CertainlyAbsent, at),
        _ => null,
    };

    /// <summary>It was attempted, and whoever made the call is gone.</summary>
    public static Move? Abandon(this DeliveryRow d, DateTimeOffset at) => d.State == DeliveryState.Attempting
        ? d.Lose("The service stopped while this was being sent: it may or may not be published.", at)
        : null;

    /// <summary>It is known before any call that it cannot be published, or nobody wants it any more.</summary>
    public static Move? Drop(this DeliveryRow d, StepKind kind, string why, DateTimeOffset at, string? reason = null) => d.State != DeliveryState.Intended
        ? null
        : d.Refuse(kind, why, at) with { Detail = reason ?? why };

    /// <summary>It was asked for so long ago that sending it now could do harm.</summary>
    public static bool IsTooOld(this DeliveryRow d, DateTimeOffset at) => at - d.IntendedAt >= Patience.Longest;

    /// <summary>Reading the network back showed it, or showed that it is certainly not there.</summary>
    public static Move? Looked(this DeliveryRow d, Sighting seen, string? receiptSha256, DateTimeOffset at) => (d.State, seen.Post) switch
    {
        (DeliveryState.OutcomeUnknown, { } post) => d.Sent(post, StepKind.FoundByReading, receiptSha256, at),
        (DeliveryState.OutcomeUnknown, null) => d.Refuse(StepKind.FoundAbsent, CertainlyAbsent, at),
        _ => null,
    };

    /// <summary>A member of staff looked and saw it there.</summary>
    /// <param name="d">The delivery.</param>
    /// <param name="address">Where they saw it.</param>
    /// <param name="networkId">The network's identifier of it, where they gave it; the address stands for it otherwise.</param>
    /// <param name="reason">How they know.</param>
    /// <param name="at">When they said so.</param>
    public static Move? SeenByHand(this DeliveryRow d, string address, string? networkId, string reason, DateTimeOffset at)
    {
        if (d.State != DeliveryState.OutcomeUnknown)
            return null;
        var id = string.IsNullOrWhiteSpace(networkId) ? address : networkId.Trim();
        return new(
            d.To(DeliveryState.Sent, at, null) with
            {
                NetworkId = id,
                Permalink = address,
                NetworkTime = d.AttemptedAt ?? at,
                Reconciled = true,
                ByHand = true,
                LookAt = null,
            },
            StepKind.SeenByHand, new DeliverySent(d.Id, d.ChannelId, id, address, d.AttemptedAt ?? at, true), reason);
    }

    /// <summary>The network's identifier of what is published; null where only its address is known, by which nothing can be deleted.</summary>
    public static string? DeletableId(this DeliveryRow d) => d is { State: DeliveryState.Sent, NetworkId: { } id } && !(d.ByHand && id == d.Permalink) ? id : null;

    /// <summary>A member of staff looked and it is not there.</summary>
    public static Move? AbsentByHand(this DeliveryRow d, string reason, DateTimeOffset at)
    {
        if (d.State != DeliveryState.OutcomeUnknown)
            return null;
        const string why = "A colleague looked: it is not there. You can write it again.";
        return new(
            d.To(DeliveryState.Refused, at, why) with { ByHand = true, LookAt = null }, StepKind.AbsentByHand,
            new DeliveryRefused(d.Id, d.ChannelId, why), reason);
    }

    /// <summary>It has not ended in good time.</summary>
    public static Move? Stick(this DeliveryRow d, DateTimeOffset at) => !d.IsOpen() || d.StuckAt is not null
        ? null
        : new(
            d with { StuckAt = at }, StepKind.Stuck,
            new DeliveryStuck(d.Id, d.ChannelId, d.State.ToString(), d.State == DeliveryState.OutcomeUnknown ? d.StateSince : d.IntendedAt));

    /// <summary>Somebody has taken note of its alarm.</summary>
    public static Move? Acknowledge(this DeliveryRow d, long personId, DateTimeOffset at) => !d.IsOpen() || d.StuckAt is null || d.AcknowledgedAt is not null
        ? null
        : new(
            d with { AcknowledgedBy = personId, AcknowledgedAt = at }, StepKind.Acknowledged, new DeliveryAlarmAcknowledged(d.Id, d.ChannelId));

    private static Move PutOff(this DeliveryRow d, TimeSpan after, string why, DateTimeOffset at)
    {
        var notBefore = Patience.NotBefore(at, after);
        if (d.Attempts >= Patience.MostAttempts || d.IsTooOld(notBefore))
        {
            var times = string.Create(CultureInfo.CurrentCulture, $"It could not be sent in {d.Attempts} attempts: {why} Nothing was published. You can write it again.");
            return d.Refuse(StepKind.Refused, times, at);
        }

        return new(
            d.To(DeliveryState.Intended, at, why) with { NotBefore = notBefore }, StepKind.PutOff,
            new DeliveryPutOff(d.Id, d.ChannelId, why, notBefore), why);
    }

    private static Move Lose(this DeliveryRow d, string why, DateTimeOffset at) => new(
        d.To(DeliveryState.OutcomeUnknown, at, why) with
        {
            // Whoever took note that it waited has not taken note of this.
            WasUnknown = true,
            LookAt = at + Patience.BeforeLook(0),
            AcknowledgedBy = null,
            AcknowledgedAt = null,
        },
        StepKind.OutcomeUnknown, new DeliveryOutcomeUnknown(d.Id, d.ChannelId, why), why);

    private static Move Sent(this DeliveryRow d, Published post, StepKind kind, string? receiptSha256, DateTimeOffset at)
    {
        var reconciled = kind == StepKind.FoundByReading;
        return new(
            d.To(DeliveryState.Sent, at, null) with
            {
                NetworkId = post.NetworkId,
                Permalink = post.Permalink,
                NetworkTime = post.NetworkTime,
                Reconciled = reconciled,
                LookAt = null,
            },
            kind, new DeliverySent(d.Id, d.ChannelId, post.NetworkId, post.Permalink, post.NetworkTime, reconciled, receiptSha256));
    }

    private static Move Refuse(this DeliveryRow d, StepKind kind, string why, DateTimeOffset at) => new(
        d.To(DeliveryState.Refused, at, why) with { LookAt = null, NotBefore = null }, kind, new DeliveryRefused(d.Id, d.ChannelId, why), why);

    private static DeliveryRow To(this DeliveryRow d, DeliveryState state, DateTimeOffset at, string? why) =>
        d with { State = state, StateSince = at, Why = why?.Length > LongestWhy ? why[..LongestWhy] : why };
}
