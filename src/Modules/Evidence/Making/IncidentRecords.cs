using PoliceSocial.Contracts.Incidents;

namespace PoliceSocial.Evidence.Making;

/// <summary>A part of an incident's own record.</summary>
/// <param name="Id">Its id; ids grow with the time at which the force had it.</param>
/// <param name="At">When.</param>
/// <param name="AuthorId">Who wrote it; null for the service.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Words">What it says.</param>
internal sealed record IncidentPart(long Id, DateTimeOffset At, long? AuthorId, string Kind, string Words);

/// <summary>An incident's own record taken apart, each part of which can be shown, or removed, by itself.</summary>
internal static class IncidentRecords
{
    /// <summary>Somebody did something with it.</summary>
    public const string Deed = "Deed";

    /// <summary>Somebody was shown it.</summary>
    public const string View = "View";

    public static IEnumerable<IncidentPart> Of(IncidentContents contents)
    {
        var incident = contents.Incident;
        yield return new(incident.Id, incident.RecordedAt, null, "Incident", Story(contents));
        foreach (var party in contents.Parties)
            yield return new(party.Id, party.AddedAt, party.AddedBy, party.Kind, Words(party));
        foreach (var record in contents.Records)
            yield return new(record.Id, record.At, record.AuthorId, record.Kind, string.Join('\n', record.Parts.Select(p => $"{p.Heading}: {p.Words}")));
        foreach (var task in contents.Tasks)
            yield return new(task.Id, task.CreatedAt, task.CreatedBy, "Task", Words(task));
        foreach (var handover in contents.Handovers)
            yield return new(handover.Id, handover.AskedAt, handover.AskedBy, "Hand-over", Words(handover));
        foreach (var moment in contents.Timeline)
            yield return new(moment.Id, moment.At, moment.PersonId, moment.View ? View : Deed, moment.What);
    }

    private static string Story(IncidentContents contents)
    {
        var i = contents.Incident;
        return Lines(
            $"{i.OpeningCategory}; grade: {i.Grade}", i.ClosingCategory is { } closing ? $"Closed as {closing}" : i.Closed ? "Closed" : "Open",
            contents.Qualifiers.Count > 0 ? $"Qualifiers: {string.Join(", ", contents.Qualifiers)}" : null, $"Summary: {i.Summary}", $"Where: {i.Location}",
            i.Rehearsal ? "An exercise" : null);
    }

    private static string Words(IncidentParty party) => Lines(
        party.Label, party.Detail.Length > 0 ? party.Detail : null, party.Roles.Count > 0 ? $"Role: {string.Join(", ", party.Roles)}" : null,
        party.Markers.Count > 0 ? $"Markers: {string.Join(", ", party.Markers)}" : null, party.RemovedAt is null ? null : "Taken off again");

    private static string Words(IncidentTask task) => Lines($"{task.Kind}: {task.Title}", task.State, task.Outcome is { } outcome ? $"Outcome: {outcome}" : null);

    private static string Words(IncidentHandover handover) => Lines(
        $"{handover.Purpose} to {handover.Destination}: {handover.Reason}", handover.State, handover.Reference is { } reference ? $"Their reference: {reference}" : null,
        $"Document's SHA-256: {handover.Sha256}");

    private static string Lines(params ReadOnlySpan<string?> lines)
    {
        var words = new List<string>();
        foreach (var line in lines)
        {
            if (line is not null)
                words.Add(line);
        }

        return string.Join('\n', words);
    }
}
