using System.Globalization;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The sizes of the queues and the risk alarms, as a person may see them. Read once for everybody, limited for each.</summary>
internal sealed class InboxCounts(Store<InboxModule> store, TimeProvider clock) : ICountSource, IAlarmSource
{
    private const string Risk = "risk";
    private const int Shown = 20;
    private const int Kept = 200;

    private static readonly Statement<AlarmRow> Alarming = Statement.Paged<AlarmRow>(
        """
        SELECT c.Id, c.ChannelId, c.TeamId, c.FlaggedAt, c.Audience, c.FlagReasons, c.LastMessageId
        FROM inbox.Conversation AS c
        WHERE c.FlaggedAt IS NOT NULL AND c.Stage < 3 AND c.AcknowledgedAt IS NULL
            AND (@everywhere = 1 OR c.ChannelId IN @channels OR c.TeamId IN @teams)
        ORDER BY c.LastMessageId DESC, c.Id DESC
        """);

    private static readonly Statement<AcknowledgedRow> Acknowledged = Statement.Of<AcknowledgedRow>(
        "SELECT AcknowledgedBy FROM inbox.Conversation WHERE Id = @id AND AcknowledgedAt IS NOT NULL");

    private readonly LastReading<InboxModule, QueueSizes> _sizes = new(store, clock);
    private readonly LastReading<InboxModule, IReadOnlyList<AlarmRow>> _alarming = new(store, clock);

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        if (reach == Reach.Nowhere)
            return new Dictionary<string, int>();
        var sizes = await _sizes.GetAsync(token => QueueSizes.ReadAsync(store, token), ct);
        var unclaimed = sizes.Of(Queue.Unclaimed, reach);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["inbox.work"] = unclaimed + sizes.Of(Queue.Held, reach),
            ["inbox.risk"] = sizes.Of(Queue.Risk, reach),
            ["inbox.unread"] = sizes.Of(Queue.Unread, reach),
            ["inbox.unclaimed"] = unclaimed,
            ["inbox.waiting"] = sizes.Of(Queue.Waiting, reach),
            ["inbox.resolved"] = sizes.Of(Queue.Resolved, reach),
            ["inbox.mine"] = sizes.HeldBy(person.Id),
        };
    }

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        if (reach == Reach.Nowhere)
            return [];
        var rows = await _alarming.GetAsync(token => ReadAsync(Reach.All, Kept, token), ct);

        // So many that some are not kept: a person who may see few of them could miss theirs.
        if (rows.Count == Kept && !reach.Everywhere)
            rows = await ReadAsync(reach, Shown, ct);
        return [.. rows.Where(r => reach.Covers(r.ChannelId, r.TeamId)).Take(Shown).Select(ToAlarm)];
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct) =>
        alarm.NumberOf(Risk) is { } id ? (await store.FindAsync(Acknowledged, new { id }, ct))?.AcknowledgedBy : null;

    private Task<IReadOnlyList<AlarmRow>> ReadAsync(Reach reach, int take, CancellationToken ct) => store.QueryAsync(
        Alarming, new { everywhere = reach.Everywhere ? 1 : 0, channels = reach.Channels, teams = reach.Teams, take }, ct);

    private static RaisedAlarm ToAlarm(AlarmRow row)
    {
        var id = row.Id.ToString(CultureInfo.InvariantCulture);
        var reasons = Flag.FlagReasons.Read(row.FlagReasons)?.Findings.Select(f => f.Rule).Distinct() ?? [];
        var way = row.Audience == (int)Audience.Private ? "private message" : "public comment";
        return new(
            $"{Risk}-{id}-{row.FlaggedAt.ToMicroseconds()}", $"Risk: {string.Join(", ", reasons)} ({way})", $"/inbox/{id}", row.FlaggedAt,
            $"/inbox/{id}/acknowledge");
    }

    private sealed record AlarmRow
    {
        public required long Id { get; init; }

        public required long ChannelId { get; init; }

        public long? TeamId { get; init; }

        public required DateTimeOffset FlaggedAt { get; init; }

        public required int Audience { get; init; }

        public string? FlagReasons { get; init; }

        public required long LastMessageId { get; init; }
    }

    private sealed record AcknowledgedRow
    {
        public long? AcknowledgedBy { get; init; }
    }
}
