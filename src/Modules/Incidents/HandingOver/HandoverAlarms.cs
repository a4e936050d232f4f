using System.Globalization;
using PoliceSocial.Incidents.Offered;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>Hand-overs that failed or wait too long, and offers of other forces, that nobody has taken note of, as a person may see them.</summary>
internal sealed class HandoverAlarms(Store<IncidentsModule> store, Destinations destinations, ServiceProfile profile) : IAlarmSource, ICountSource
{
    public const string OpenOffers = "incidents.offers";
    private const int Most = 20;

    private static readonly Statement<AlarmRow> Alarms = Statement.Paged<AlarmRow>(
        $"""
        SELECT h.Id, h.IncidentId, h.Destination, h.State, h.AlarmAt, i.Number
        FROM incidents.Handover AS h LEFT JOIN incidents.Incident AS i ON i.Id = h.IncidentId
        WHERE h.AlarmAt IS NOT NULL AND h.NotedAt IS NULL AND {Sight.Condition}
        ORDER BY h.AlarmAt DESC, h.Id DESC
        """);

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        var (everywhere, channels, teams) = Sight.Of(person);
        var late = person.Grants.Allows(IncidentsPermissions.HandOff)
            ? await store.QueryAsync(Alarms, new { everywhere, channels, teams, take = Most }, ct)
            : [];
        var offers = person.Grants.Allows(IncidentsPermissions.Accept) ? await store.QueryAsync(OfferStatements.Unnoted, new { open = OfferState.Open, unfit = OfferState.Unfit, take = Most }, ct) : [];
        return
        [
            .. late.Select(h => new RaisedAlarm(
                $"incident-handover-{Text(h.Id)}-{h.AlarmAt.ToMicroseconds()}", Words(h), h.IncidentId == 0 ? "/incidents/hand-overs" : $"/incidents/{Text(h.IncidentId)}/hand-over",
                h.AlarmAt, $"/incidents/hand-overs/{Text(h.Id)}/acknowledge")),
            .. offers.Select(o => new RaisedAlarm(
                $"incident-offer-{Text(o.Id)}",
                o.State == OfferState.Open
                    ? $"{destinations.NameOf(o.Peer)} offers us {(o.Rehearsal ? "an exercise" : $"their {profile.Words.Incident} {o.TheirNumber}")}"
                    : $"What {destinations.NameOf(o.Peer)} sent us could not be taken",
                $"/incidents/offers/{Text(o.Id)}", o.ReceivedAt, $"/incidents/offers/{Text(o.Id)}/acknowledge")),
        ];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct) =>
        person.Grants.Allows(IncidentsPermissions.Accept)
            ? new Dictionary<string, int>(StringComparer.Ordinal) { [OpenOffers] = await store.FindAsync(OfferStatements.Count, new { state = OfferState.Open }, ct) }
            : [];

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct)
    {
        if (alarm.NumberOf("incident-handover") is { } handover)
            return (await store.FindAsync(HandoverStatements.Load, new { id = handover }, ct))?.NotedBy;
        return alarm.NumberOf("incident-offer") is { } offer ? (await store.FindAsync(OfferStatements.Load, new { id = offer }, ct))?.NotedBy : null;
    }

    private string Words(AlarmRow h)
    {
        var what = h.Number is { } number ? $"{ProfileWords.Capital(profile.Words.Incident)} {number}" : "Our answer to an offer";
        var to = destinations.NameOf(h.Destination);
        return h.State switch
        {
            HandoverState.Failed => $"{what} could not be handed over to {to}",
            HandoverState.Delivered => $"{what} was delivered to {to}, and nobody there has answered",
            _ => $"{what} has not reached {to} yet",
        };
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record AlarmRow
    {
        public required long Id { get; init; }

        public required long IncidentId { get; init; }

        public required string Destination { get; init; }

        public required HandoverState State { get; init; }

        public required DateTimeOffset AlarmAt { get; init; }

        public string? Number { get; init; }
    }
}
