using System.Globalization;

namespace PoliceSocial.Publishing.Deleting;

/// <summary>What becomes of a deletion in one step.</summary>
internal sealed record DeletionMove(DeletionRow After, StepKind Kind, IEvent Happened, string? Detail = null);

/// <summary>
/// What may become of a deletion, decided without a database or a network. Deleting what is gone succeeds, so it may be asked
/// for again once the post was seen to be there still; not before.
/// </summary>
internal static class Deletion
{
    public static DeletionMove? Attempt(this DeletionRow d, DateTimeOffset at) => d.State != DeliveryState.Intended || d.NotBefore > at
        ? null
        : new(
            d.To(DeliveryState.Attempting, at, null) with { Attempts = d.Attempts + 1, AttemptedAt = at, NotBefore = null },
            StepKind.DeletionAttempted, new DeletionAttempted(d.Id, d.DeliveryId, d.ChannelId));

    public static DeletionMove? Answered(this DeletionRow d, Outcome<Deleted> outcome, DateTimeOffset at) => (d.State, outcome) switch
    {
        (DeliveryState.Attempting or DeliveryState.OutcomeUnknown, Outcome<Deleted>.Success success) => d.Gone(success.Value.At, at, false),
        (DeliveryState.Attempting, Outcome<Deleted>.Refused refused) => d.Refuse(refused.Why, at),
        (DeliveryState.Attempting, Outcome<Deleted>.Retry retry) => d.PutOff(retry.After, retry.Why, at),
        (DeliveryState.Attempting, Outcome<Deleted>.Reconnect reconnect) => d.PutOff(Patience.BeforeSignIn, reconnect.Why, at),
        (DeliveryState.Attempting, Outcome<Deleted>.Broken broken) => d.Lose(broken.Why, at),
        (DeliveryState.Attempting, Outcome<Deleted>.OutcomeUnknown unknown) => d.Lose(unknown.Why, at),
        _ => null,
    };

    public static DeletionMove? Abandon(this DeletionRow d, DateTimeOffset at) => d.State == DeliveryState.Attempting
        ? d.Lose("The service stopped while this was being deleted: it may or may not be gone.", at)
        : null;

    public static DeletionMove? Drop(this DeletionRow d, string why, DateTimeOffset at) =>
        d.State == DeliveryState.Intended ? d.Refuse(why, at) : null;

    public static DeletionMove? Looked(this DeletionRow d, Sighting seen, DateTimeOffset at) => (d.State, seen.Post) switch
    {
        (DeliveryState.OutcomeUnknown, null) => d.Gone(at, at, true),
        (DeliveryState.OutcomeUnknown, { }) => d.PutOff(Patience.Unsaid, "It was seen on the network still.", at),
        _ => null,
    };

    public static DeletionMove? Stick(this DeletionRow d, DateTimeOffset at) => !d.IsOpen() || d.StuckAt is not null
        ? null
        : new(d with { StuckAt = at }, StepKind.Stuck, new DeliveryStuck(d.DeliveryId, d.ChannelId, $"Deletion{d.State}", d.AskedAt));

    public static DeletionMove? Acknowledge(this DeletionRow d, long personId, DateTimeOffset at) => !d.IsOpen() || d.StuckAt is null || d.AcknowledgedAt is not null
        ? null
        : new(d with { AcknowledgedBy = personId, AcknowledgedAt = at }, StepKind.Acknowledged, new DeliveryAlarmAcknowledged(d.DeliveryId, d.ChannelId));

    public static bool IsOpen(this DeletionRow d) => d.State is DeliveryState.Intended or DeliveryState.Attempting or DeliveryState.OutcomeUnknown;

    private static DeletionMove PutOff(this DeletionRow d, TimeSpan after, string why, DateTimeOffset at)
    {
        if (d.Attempts >= Patience.MostAttempts)
            return d.Refuse(string.Create(CultureInfo.CurrentCulture, $"It could not be deleted in {d.Attempts} attempts: {why} Delete it on the network itself."), at);
        var notBefore = Patience.NotBefore(at, after);
        return new(
            d.To(DeliveryState.Intended, at, why) with { NotBefore = notBefore, LookAt = null }, StepKind.DeletionPutOff,
            new DeletionPutOff(d.Id, d.DeliveryId, d.ChannelId, why, notBefore), why);
    }

    private static DeletionMove Gone(this DeletionRow d, DateTimeOffset when, DateTimeOffset at, bool reconciled) => new(
        d.To(DeliveryState.Sent, at, null) with { LookAt = null }, StepKind.Deleted, new PublishedDeleted(d.Id, d.DeliveryId, d.ChannelId, when, reconciled));

    private static DeletionMove Refuse(this DeletionRow d, string why, DateTimeOffset at) => new(
        d.To(DeliveryState.Refused, at, why) with { LookAt = null, NotBefore = null }, StepKind.DeletionRefused,
        new DeletionRefused(d.Id, d.DeliveryId, d.ChannelId, why), why);

    private static DeletionMove Lose(this DeletionRow d, string why, DateTimeOffset at) => new(
        d.To(DeliveryState.OutcomeUnknown, at, why) with { LookAt = at + Patience.BeforeLook(0) }, StepKind.DeletionOutcomeUnknown,
        new DeletionOutcomeUnknown(d.Id, d.DeliveryId, d.ChannelId, why), why);

    private static DeletionRow To(this DeletionRow d, DeliveryState state, DateTimeOffset at, string? why) =>
        d with { State = state, StateSince = at, Why = why };
}
