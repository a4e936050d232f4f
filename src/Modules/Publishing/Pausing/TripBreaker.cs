using System.Globalization;

namespace PoliceSocial.Publishing.Pausing;

/// <summary>
/// Pauses a channel when the outcomes of its deliveries are unknown again and again: something is wrong that sending more does
/// not make right. It stays paused, with an alarm, until a person lets it go on.
/// </summary>
internal sealed class TripBreaker(Ids ids)
{
    public const int Most = 5;

    private static readonly Statement<bool> LastWereUnknown = Statement.Paged<bool>(
        """
        SELECT WasUnknown FROM publishing.Delivery
        WHERE ChannelId = @channelId AND State IN (@sent, @refused, @unknown) AND AttemptedAt > @since
        ORDER BY AttemptedAt DESC, Id DESC
        """);

    private static readonly Statement<long?> LastResumed = Statement.Of<long?>(
        "SELECT MAX(ResumedAt) AS ResumedAt FROM publishing.Pause WHERE ChannelId = @channelId");

    /// <summary>In the session in which an outcome became unknown.</summary>
    public async Task TripAsync(Session session, DeliveryRow unknown, CancellationToken ct)
    {
        var channelId = unknown.ChannelId;
        var since = await session.FindAsync(LastResumed, new { channelId }, ct) ?? 0;
        var last = await session.QueryAsync(
            LastWereUnknown,
            new { channelId, since, sent = DeliveryState.Sent, refused = DeliveryState.Refused, unknown = DeliveryState.OutcomeUnknown, take = Most }, ct);
        if (last.Count < Most || last.Contains(false) || await PauseRow.HoldsAsync(session, channelId, ct))
            return;
        var id = ids.New();
        var why = string.Create(CultureInfo.CurrentCulture, $"The outcome of {Most} deliveries in a row was unknown.");
        await session.ExecuteAsync(PauseRow.Insert, new { id, channelId, pausedBy = 0L, pausedAt = session.Act.At, reason = why }, ct);
        session.Raise(new PublishingPaused(id, channelId, why));
    }
}
