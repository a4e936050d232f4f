namespace PoliceSocial.Incidents.Joining;

/// <summary>The clocks of an incident follow the earliest conversation that it consists of.</summary>
internal static class Clocks
{
    public static IncidentRow Of(IncidentRow incident, IEnumerable<JoinedRow> joined, ServiceProfile profile)
    {
        var parts = joined.Where(j => j.SplitAt is null).ToList();
        var first = parts.Count == 0 ? incident.RecordedAt : parts.Min(j => j.FirstContactAt);
        var received = parts.Count == 0 ? incident.RecordedAt : parts.Min(j => j.ReceivedAt);
        return incident with
        {
            FirstContactAt = first,
            ReceivedAt = received,
            RecordingDueAt = profile.Recording is { } duty ? first.AddHours(duty.Hours) : null,
        };
    }
}
