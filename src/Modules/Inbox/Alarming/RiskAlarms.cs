using System.Globalization;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>
/// The risk alarms, as a person may see them: only an acknowledgement takes one off the screens. One that has gone further reaches those
/// whom the policy names too; beyond their channels, they learn that it stands and nothing else.
/// </summary>
internal sealed class RiskAlarms(Store<InboxModule> store, TimeProvider clock) : IAlarmSource
{
    private const string Risk = "risk";
    private const int Shown = 50;
    private const int Kept = 500;

    /// <summary>The oldest first: where there are more than a screen takes, those that stand longest stay on it.</summary>
    private static readonly Statement<AlarmRow> Alarming = Statement.Paged<AlarmRow>(
        """
        SELECT c.Id, c.ChannelId, c.TeamId, COALESCE(e.RaisedAt, c.FlaggedAt) AS RaisedAt, c.Audience, c.FlagReasons, e.StepName, e.TakenAt, e.Reached
        FROM inbox.Conversation AS c
        LEFT JOIN inbox.Escalation AS e ON e.ConversationId = c.Id AND e.EndedAt IS NULL
        WHERE c.FlaggedAt IS NOT NULL AND c.Stage < 3 AND c.AcknowledgedAt IS NULL
            AND (@everywhere = 1 OR c.ChannelId IN @channels OR c.TeamId IN @teams)
        ORDER BY COALESCE(e.RaisedAt, c.FlaggedAt), c.Id
        """);

    private static readonly Statement<AcknowledgedRow> Acknowledged = Statement.Of<AcknowledgedRow>(
        "SELECT AcknowledgedBy FROM inbox.Conversation WHERE Id = @id AND AcknowledgedAt IS NOT NULL");

    private readonly LastReading<InboxModule, IReadOnlyList<AlarmRow>> _alarming = new(store, clock);

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        if (reach == Reach.Nowhere)
            return [];
        var all = await _alarming.GetAsync(token => ReadAsync(Reach.All, token), ct);
        var rows = all;

        // So many that some are not kept: a person who may see few of them could miss theirs.
        if (rows.Count == Kept && !reach.Everywhere)
            rows = await ReadAsync(reach, ct);
        var own = rows.Where(r => reach.Covers(r.ChannelId, r.TeamId)).ToList();
        var beyond = all.Where(r => !reach.Covers(r.ChannelId, r.TeamId) && r.Reached is { } reached && AlarmAudience.Includes(reached, person)).ToList();
        return [.. own.Take(Shown).Select(ToAlarm), .. beyond.Take(Shown).Select(ToDistantAlarm), .. More(own.Count - Shown, own)];
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct) =>
        alarm.NumberOf(Risk) is { } id ? (await store.FindAsync(Acknowledged, new { id }, ct))?.AcknowledgedBy : null;

    private Task<IReadOnlyList<AlarmRow>> ReadAsync(Reach reach, CancellationToken ct) => store.QueryAsync(
        Alarming, new { everywhere = reach.Everywhere ? 1 : 0, channels = reach.Channels, teams = reach.Teams, take = Kept }, ct);

    private static IEnumerable<RaisedAlarm> More(int count, List<AlarmRow> own)
    {
        if (count > 0)
            yield return new("risk-more", string.Create(CultureInfo.CurrentCulture, $"{count} more risk alarms are not acknowledged"), "/inbox?list=risk", own[Shown].RaisedAt, null);
    }

    private static RaisedAlarm ToAlarm(AlarmRow row)
    {
        var id = row.Id.ToString(CultureInfo.InvariantCulture);
        var reasons = Flag.FlagReasons.Read(row.FlagReasons)?.Findings.Select(f => f.Rule).Distinct() ?? [];
        var way = row.Audience == (int)Audience.Private ? "private message" : "public comment";
        return new(IdOf(row), $"{Further(row)}Risk: {string.Join(", ", reasons)} ({way})", $"/inbox/{id}", row.RaisedAt, $"/inbox/{id}/acknowledge");
    }

    /// <summary>For somebody who may not see the conversation: that it stands, and whom to tell.</summary>
    private static RaisedAlarm ToDistantAlarm(AlarmRow row) => new(
        IdOf(row), $"{Further(row)}Risk on a channel that is not yours: tell its desk or your supervisor", "/alarms", row.RaisedAt, null);

    private static string IdOf(AlarmRow row) => string.Create(CultureInfo.InvariantCulture, $"{Risk}-{row.Id}-{row.RaisedAt.ToMicroseconds()}");

    private static string Further(AlarmRow row) => row is { StepName: { } step, TakenAt: { } at }
        ? string.Create(CultureInfo.CurrentCulture, $"Not acknowledged for {(at - row.RaisedAt).TotalSeconds:0} s: {step}. ")
        : "";

    private sealed record AlarmRow
    {
        public required long Id { get; init; }

        public required long ChannelId { get; init; }

        public long? TeamId { get; init; }

        public required DateTimeOffset RaisedAt { get; init; }

        public required int Audience { get; init; }

        public string? FlagReasons { get; init; }

        public string? StepName { get; init; }

        public DateTimeOffset? TakenAt { get; init; }

        public string? Reached { get; init; }
    }

    private sealed record AcknowledgedRow
    {
        public long? AcknowledgedBy { get; init; }
    }
}
