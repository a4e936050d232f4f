namespace PoliceSocial.Incidents.Asked;

/// <summary>Tells triage what staff marked about contacts. Markers that the profile no longer has are told by their code, as needing care.</summary>
internal sealed class ContactMarkers(Store<IncidentsModule> store, ServiceProfile profile) : IContactMarkers
{
    private static readonly Statement<MarkedRow> Marked = Statement.Of<MarkedRow>(
        """
        SELECT p.ContactId, p.Markers FROM incidents.Party AS p
        WHERE p.ContactId IN @contactIds AND p.RemovedAt IS NULL AND p.Markers <> @none
        ORDER BY p.Id
        """);

    public async Task<IReadOnlyList<ContactMarker>> OfAsync(IReadOnlyCollection<long> contactIds, CancellationToken ct)
    {
        if (contactIds.Count == 0)
            return [];
        var rows = await store.QueryAsync(Marked, new { contactIds, none = "" }, ct);
        return [.. rows.SelectMany(r => r.Markers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Of(r.ContactId, c))).Distinct()];
    }

    private ContactMarker Of(long contactId, string code)
    {
        var marker = profile.Markers.FirstOrDefault(m => m.Code == code) ?? new(code, code);
        return new(contactId, marker.Name, marker.Care || marker.Child, marker.Child);
    }

    internal sealed record MarkedRow
    {
        public required long ContactId { get; init; }

        public required string Markers { get; init; }
    }
}
