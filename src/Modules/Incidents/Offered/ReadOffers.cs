namespace PoliceSocial.Incidents.Offered;

/// <summary>Shows staff what other forces offer; that they were shown it is recorded.</summary>
internal sealed class ReadOffers(Store<IncidentsModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.view-offers");
    private const int Most = 200;

    public async Task<IReadOnlyList<OfferRow>> ListAsync(Person person, CancellationToken ct)
    {
        var rows = await store.QueryAsync(OfferStatements.Latest, new { state = 0, take = Most }, ct);
        if (rows.Count > 0)
            await RecordAsync(person, [.. rows.Select(r => r.Id)], ct);
        return rows;
    }

    /// <summary>One with all that it says; null where there is none.</summary>
    public async Task<OfferRow?> OneAsync(Person person, long id, CancellationToken ct)
    {
        var row = await store.FindAsync(OfferStatements.Load, new { id }, ct);
        if (row is not null)
            await RecordAsync(person, [row.Id], ct);
        return row;
    }

    private async Task RecordAsync(Person person, IReadOnlyList<long> offers, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new OffersViewed(offers));
        await session.CommitAsync(ct);
    }
}
