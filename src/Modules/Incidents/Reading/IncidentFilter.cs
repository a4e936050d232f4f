using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace PoliceSocial.Incidents.Reading;

/// <summary>The lists of incidents that staff look at.</summary>
internal enum Which
{
    Open,
    Mine,

    /// <summary>Open ones of which a clock has run out.</summary>
    Overdue,
    Closed,
    All,
}

/// <summary>What a list of incidents shows.</summary>
internal sealed record IncidentFilter(Which Which, string? Grade, string? Number, long? Before)
{
    public string ToQuery(long? before = null)
    {
        var query = new QueryBuilder();
        if (Which != Which.Open)
            query.Add("list", Which.ToString().ToLowerInvariant());
        if (!string.IsNullOrWhiteSpace(Grade))
            query.Add("grade", Grade);
        if (!string.IsNullOrWhiteSpace(Number))
            query.Add("number", Number);
        if (before is { } id)
            query.Add("before", id.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }
}
