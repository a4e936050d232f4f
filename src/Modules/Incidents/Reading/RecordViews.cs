using Microsoft.Extensions.Caching.Memory;

namespace PoliceSocial.Incidents.Reading;

/// <summary>
/// Records who was shown which incident, before it is shown. A screen that refreshes itself shows the same again: what a sign-in
/// session was shown in the last quarter of an hour, unchanged, is not recorded anew.
/// </summary>
internal sealed class RecordViews(Store<IncidentsModule> store, IncidentLog log, ActFactory acts) : IDisposable
{
    public static readonly ActKind List = new("incidents.list");
    public static readonly ActKind One = new("incidents.view");
    private static readonly TimeSpan Same = TimeSpan.FromMinutes(15);
    private readonly MemoryCache _shown = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    public async Task OfListAsync(Person person, IncidentFilter filter, IReadOnlyList<IncidentLine> rows, CancellationToken ct)
    {
        var fresh = rows.Where(r => !_shown.TryGetValue(("list", person.SessionId, r.Id, r.Version), out _)).Select(r => r.Id).ToList();
        if (fresh.Count == 0)
            return;
        await using var session = await store.BeginAsync(acts.By(person, List), ct);
        session.Raise(new IncidentsListed(filter.Which.ToString(), fresh));
        await session.CommitAsync(ct);
        foreach (var row in rows)
            Remember(("list", person.SessionId, row.Id, row.Version));
    }

    public async Task OfOneAsync(Person person, IncidentRow incident, IReadOnlyList<long> conversations, CancellationToken ct)
    {
        var seen = ("one", person.SessionId, incident.Id, incident.Version);
        if (_shown.TryGetValue(seen, out _))
            return;
        await using var session = await store.BeginAsync(acts.By(person, One), ct);
        await log.AddAsync(session, incident.Id, Moment.Viewed, null, null, ct);
        session.Raise(new IncidentViewed(incident.Id, conversations));
        await session.CommitAsync(ct);
        Remember(seen);
    }

    public void Dispose() => _shown.Dispose();

    private void Remember((string, long, long, int) what) =>
        _shown.Set(what, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Same });
}
