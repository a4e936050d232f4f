using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Contracts.Incidents;

namespace PoliceSocial.Evidence.Making;

/// <summary>An incident's own record on its way into a bag: as lines of the timeline, and as a file of its own. What is removed is in neither.</summary>
internal sealed class IncidentBook(IncidentContents contents, ExportScope scope, Cuts cuts, string marks)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<IncidentPart> _parts = [.. IncidentRecords.Of(contents).OrderBy(p => p.Id)];

    /// <summary>Colleagues who appear in it.</summary>
    public IReadOnlyList<long> People => [.. _parts.Select(p => p.AuthorId).OfType<long>().Distinct()];

    /// <summary>What its file is called.</summary>
    public static string FileOf(string number) => $"incidents/{string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-'))}";

    /// <summary>Its lines, in the order in which the force had them.</summary>
    public IEnumerable<TimelineLine> Lines() => _parts.Select(p => new TimelineLine
    {
        At = p.At,
        Kind = IsDeed(p) ? LineKind.Deed : LineKind.Record,
        Conversation = 0,
        Incident = contents.Incident.Number,
        Id = p.Id,
        Who = Who(p),
        Text = cuts.OfRecord(p.Id) is not null ? "" : IsDeed(p) ? p.Words : $"{p.Kind}\n{p.Words}",
        Exhibit = p.Id == contents.Incident.Id ? marks : "",
        Removed = cuts.OfRecord(p.Id) ?? "",
    });

    /// <summary>Its file, and the documents that were handed over; those hold all of it, so they are left out where anything is removed.</summary>
    public IEnumerable<DataFile> Files()
    {
        var incident = contents.Incident;
        var name = FileOf(incident.Number);
        yield return new($"{name}.json", JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                incident.Number,
                id = Text(incident.Id),
                exercise = incident.Rehearsal,
                incident.Closed,
                incident.FirstContactAt,
                incident.RecordedAt,
                conversations = contents.Conversations.Select(c => new { id = Text(c.ConversationId), c.JoinedAt, c.SplitAt }),
                record = _parts.Select(p => new { id = Text(p.Id), p.At, by = Who(p), p.Kind, words = cuts.OfRecord(p.Id) is null ? p.Words : null, removed = cuts.OfRecord(p.Id) }),
            },
            Json));
        foreach (var handover in contents.Handovers.Where(_ => !cuts.Any))
            yield return new($"{name}-handover-{Text(handover.Id)}.json", System.Text.Encoding.UTF8.GetBytes(handover.Document));
    }

    private static bool IsDeed(IncidentPart part) => part.Kind is IncidentRecords.Deed or IncidentRecords.View;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private string Who(IncidentPart part) => scope.NameOf(part.AuthorId ?? 0);
}
