using System.Globalization;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The sizes of the queues and the risk alarms, as a person may see them.</summary>
internal sealed class InboxCounts(Store<InboxModule> store) : ICountSource, IAlarmSource
{
    private const string Risk = "risk";

    private static readonly Statement<AlarmRow> Alarming = Statement.Paged<AlarmRow>(
        """
        SELECT c.Id, c.FlaggedAt, c.Audience, c.FlagReasons, c.LastMessageId
        FROM inbox.Conversation AS c
        WHERE c.FlaggedAt IS NOT NULL AND c.Stage < 3 AND c.AcknowledgedAt IS NULL
            AND (@everywhere = 1 OR c.ChannelId IN @channels OR c.TeamId IN @teams)
        ORDER BY c.LastMessageId DESC, c.Id DESC
        """);

    private static readonly Statement<AcknowledgedRow> Acknowledged = Statement.Of<AcknowledgedRow>(
        "SELECT AcknowledgedBy FROM inbox.Conversation WHERE Id = @id AND AcknowledgedAt IS NOT NULL");

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        if (reach == Reach.Nowhere)
            return new Dictionary<string, int>();
        var tallies = (await store.QueryAsync(
                QueueStatements.Tallies, new { everywhere = reach.Everywhere ? 1 : 0, channels = reach.Channels, teams = reach.Teams }, ct))
            .ToDictionary(t => (Queue)t.Queue, t => t.N);
        var unclaimed = tallies.GetValueOrDefault(Queue.Unclaimed);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["inbox.work"] = unclaimed + tallies.GetValueOrDefault(Queue.Held),
            ["inbox.risk"] = tallies.GetValueOrDefault(Queue.Risk),
            ["inbox.unclaimed"] = unclaimed,
            ["inbox.waiting"] = tallies.GetValueOrDefault(Queue.Waiting),
            ["inbox.resolved"] = tallies.GetValueOrDefault(Queue.Resolved),
            ["inbox.mine"] = await store.FindAsync(QueueStatements.Mine, new { holderId = person.Id }, ct),
        };
    }

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        if (reach == Reach.Nowhere)
            return [];
        var rows = await store.QueryAsync(
            Alarming, new { everywhere = reach.Everywhere ? 1 : 0, channels = reach.Channels, teams = reach.Teams, take = 20 }, ct);
        return [.. rows.Select(ToAlarm)];
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct) =>
        alarm.NumberOf(Risk) is { } id ? (await store.FindAsync(Acknowledged, new { id }, ct))?.AcknowledgedBy : null;

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
