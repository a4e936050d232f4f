using System.Globalization;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;
using PoliceSocial.Publishing.Pausing;

namespace PoliceSocial.Publishing.Watch;

/// <summary>
/// What is stuck, or in doubt, or paused by the service, as a person may see it: alarms, and the count that means work. Read once for
/// everybody, limited for each.
/// </summary>
internal sealed class DeliveryAlarms(Store<PublishingModule> store, ChannelsInReach reach, TimeProvider clock) : IAlarmSource, ICountSource
{
    private static readonly Statement<StuckRow> Stuck = Statement.Paged<StuckRow>(
        """
        SELECT Id, ChannelId, State, StuckAt FROM publishing.Delivery
        WHERE State IN (@intended, @attempting, @unknown) AND StuckAt IS NOT NULL AND AcknowledgedAt IS NULL
        ORDER BY Id DESC
        """);

    private static readonly Statement<UndeletedRow> Undeleted = Statement.Paged<UndeletedRow>(
        """
        SELECT Id, DeliveryId, ChannelId, StuckAt FROM publishing.Deletion
        WHERE State IN (@intended, @attempting, @unknown) AND StuckAt IS NOT NULL AND AcknowledgedAt IS NULL
        ORDER BY Id DESC
        """);

    private static readonly Statement<AttentionRow> Attention = Statement.Of<AttentionRow>(
        """
        SELECT ChannelId, COUNT(*) AS N FROM publishing.Delivery
        WHERE State = @unknown OR (State IN (@intended, @attempting) AND StuckAt IS NOT NULL)
        GROUP BY ChannelId
        """);

    private static readonly Statement<AcknowledgedRow> OfDelivery = Statement.Of<AcknowledgedRow>("SELECT AcknowledgedBy FROM publishing.Delivery WHERE Id = @id");
    private static readonly Statement<AcknowledgedRow> OfDeletion = Statement.Of<AcknowledgedRow>("SELECT AcknowledgedBy FROM publishing.Deletion WHERE Id = @id");
    private static readonly Statement<AcknowledgedRow> OfPause = Statement.Of<AcknowledgedRow>("SELECT AcknowledgedBy FROM publishing.Pause WHERE Id = @id");

    private static readonly IReadOnlyList<(string Kind, Statement<AcknowledgedRow> Who)> Kinds =
        [("delivery", OfDelivery), ("delivery-unknown", OfDelivery), ("deletion", OfDeletion), ("publishing-pause", OfPause)];

    private readonly LastReading<PublishingModule, Troubles> _last = new(store, clock);

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        var channels = await reach.OfAsync(person, PublishingPermissions.Read, ct);
        if (channels.Count == 0)
            return [];
        var (stuck, undeleted, pauses, _) = await _last.GetAsync(ReadAsync, ct);
        return
        [
            .. (from row in stuck where channels.ContainsKey(row.ChannelId) select Of(row, channels[row.ChannelId]))
                .Concat(from row in undeleted where channels.ContainsKey(row.ChannelId) select Of(row, channels[row.ChannelId]))
                .Concat(from row in pauses where row is { ChannelId: { } c, AcknowledgedAt: null } && channels.ContainsKey(c) select Of(row, channels[row.ChannelId!.Value]))
                .OrderByDescending(a => a.Since),
        ];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        var channels = await reach.OfAsync(person, PublishingPermissions.Read, ct);
        if (channels.Count == 0)
            return new Dictionary<string, int>();
        var troubles = await _last.GetAsync(ReadAsync, ct);
        var attention = troubles.Attention.Where(a => channels.ContainsKey(a.ChannelId)).Sum(a => a.N);
        return new Dictionary<string, int>(StringComparer.Ordinal) { ["publishing.attention"] = attention };
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct)
    {
        foreach (var (kind, who) in Kinds)
        {
            if (alarm.NumberOf(kind) is { } id)
                return (await store.FindAsync(who, new { id }, ct))?.AcknowledgedBy;
        }

        return null;
    }

    private async Task<Troubles> ReadAsync(CancellationToken ct)
    {
        var open = new { intended = DeliveryState.Intended, attempting = DeliveryState.Attempting, unknown = DeliveryState.OutcomeUnknown, take = 50 };
        return new(
            await store.QueryAsync(Stuck, open, ct), await store.QueryAsync(Undeleted, open, ct), await store.QueryAsync(PauseRow.InForce, null, ct),
            await store.QueryAsync(Attention, new { open.intended, open.attempting, open.unknown }, ct));
    }

    private static RaisedAlarm Of(StuckRow row, ChannelSummary channel)
    {
        var what = row.State == DeliveryState.OutcomeUnknown
            ? $"It is not known whether a message on {channel.Name} was published: look on the network"
            : $"A message on {channel.Name} has not gone out";
        return Raise(row.State == DeliveryState.OutcomeUnknown ? "delivery-unknown" : "delivery", row.Id, what, row.StuckAt, $"/publishing/deliveries/{Number(row.Id)}", $"/publishing/deliveries/{Number(row.Id)}/acknowledge");
    }

    private static RaisedAlarm Of(UndeletedRow row, ChannelSummary channel) => Raise(
        "deletion", row.Id, $"A message on {channel.Name} that must go is not known to be gone", row.StuckAt,
        $"/publishing/deliveries/{Number(row.DeliveryId)}", $"/publishing/deliveries/{Number(row.DeliveryId)}/acknowledge");

    private static RaisedAlarm Of(PauseRow row, ChannelSummary channel) => Raise(
        "publishing-pause", row.Id, $"Nothing goes out on {channel.Name}: {row.Reason}", row.PausedAt, PauseInMemory.Address,
        $"/publishing/pause/{Number(row.Id)}/acknowledge");

    private static RaisedAlarm Raise(string kind, long id, string text, DateTimeOffset since, string href, string acknowledge) =>
        new($"{kind}-{Number(id)}", text, href, since, acknowledge);

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record Troubles(
        IReadOnlyList<StuckRow> Stuck, IReadOnlyList<UndeletedRow> Undeleted, IReadOnlyList<PauseRow> Pauses, IReadOnlyList<AttentionRow> Attention);

    private sealed record AcknowledgedRow
    {
        public long? AcknowledgedBy { get; init; }
    }

    private sealed record AttentionRow
    {
        public required long ChannelId { get; init; }

        public required int N { get; init; }
    }

    private sealed record StuckRow
    {
        public required long Id { get; init; }

        public required long ChannelId { get; init; }

        public required DeliveryState State { get; init; }

        public required DateTimeOffset StuckAt { get; init; }
    }

    private sealed record UndeletedRow
    {
        public required long Id { get; init; }

        public required long DeliveryId { get; init; }

        public required long ChannelId { get; init; }

        public required DateTimeOffset StuckAt { get; init; }
    }
}
