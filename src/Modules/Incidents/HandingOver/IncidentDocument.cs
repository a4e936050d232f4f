using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Pinning;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>
/// Writes an incident as the document that other systems read: <c>docs/incident-handover.schema.json</c>, version 1. Within a version,
/// properties are added and never changed or taken away.
/// </summary>
internal sealed class IncidentDocument(ServiceProfile profile)
{
    public const string Schema = "policesocial.incident";
    public const int Version = 1;

    /// <summary>Rises with each property that is added within the version: 2 added <c>incident.pin</c>.</summary>
    public const int Revision = 2;

    // It leaves as JSON, never inside markup.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public string Write(long handoverId, Purpose purpose, string reason, Person by, DateTimeOffset at, IncidentView view) => JsonSerializer.Serialize(
        new
        {
            schema = Schema,
            version = Version,
            revision = Revision,
            handover = new { id = Text(handoverId), purpose = purpose == Purpose.Transfer ? "transfer" : "hand-over", reason, askedBy = by.Name, askedAt = at },
            exercise = view.Incident.Rehearsal,
            incident = IncidentOf(view),
            conversations = view.Parts.Select(p => (Part: p, Facts: view.Conversations.FirstOrDefault(c => c.Id == p.ConversationId))).Select(c => new
            {
                id = Text(c.Part.ConversationId),
                network = c.Facts?.Network,
                contact = c.Facts is { } f ? new { id = Text(f.ContactId), name = f.ContactName, handle = f.ContactHandle } : null,
                isPrivate = c.Facts?.Private,
                firstContactAt = c.Part.FirstContactAt,
            }),
            parties = view.Present.Select(p => new
            {
                id = Text(p.Id),
                kind = p.Kind.ToString().ToLowerInvariant(),
                label = p.Label,
                detail = p.Detail,
                roles = Codes(p.Roles, profile.Roles),
                markers = Codes(p.Markers, profile.Markers),
                contactId = p.ContactId is { } contact ? Text(contact) : null,
            }),
            links = view.Links.Where(l => l.RemovedAt is null).Select(l => new { from = Text(l.FromId), to = Text(l.ToId), kind = TermOf(profile.Links, l.Kind) }),
            assessments = view.Assessments.OrderBy(a => a.Id).Select(a => new
            {
                number = a.Number,
                author = view.NameOf(a.AuthorId),
                at = a.At,
                answers = Answers.Told(profile.Assessment.Headings, a.Answers),
                rationale = a.Rationale,
            }),
            decisions = view.Decisions.OrderBy(d => d.Id).Select(d => new
            {
                decided = d.Decided,
                author = view.NameOf(d.AuthorId),
                at = d.At,
                grounds = Answers.Told(profile.Decisions.Elements, d.Elements),
            }),
            notes = view.Notes.OrderBy(n => n.Id).Select(n => new { kind = n.Kind.ToString().ToLowerInvariant(), text = n.Text, author = view.NameOf(n.AuthorId), at = n.At }),
        },
        Json);

    private object IncidentOf(IncidentView view)
    {
        var i = view.Incident;
        return new
        {
            id = Text(i.Id),
            number = i.Number,
            profile = i.Profile,
            state = i.State.ToString().ToLowerInvariant(),
            summary = i.Summary,
            location = i.Location,
            area = i.Area.ToString().ToLowerInvariant(),
            pin = view.Pin is not { } pin ? null : new
            {
                latitude = pin.Latitude,
                longitude = pin.Longitude,
                accuracyMetres = pin.AccuracyMetres,
                source = pin.Source switch { PinSource.Shared => "shared", PinSource.WorkedOut => "worked-out", _ => "said" },
                insideOurArea = pin.InArea,
                pinnedBy = view.NameOf(pin.PinnedBy),
                pinnedAt = pin.PinnedAt,
            },
            thirdParty = i.ThirdParty,
            openingCategory = TermOf(profile.Categories, i.OpeningCategory),
            closingCategory = i.ClosingCategory is { } closing ? TermOf(profile.Categories, closing) : null,
            qualifiers = view.Qualifiers.Select(q => TermOf(profile.Qualifiers, q)),
            grade = TermOf(profile.Grades, i.GradeCode),
            gradedAt = i.GradedAt,
            respondBy = i.RespondBy,
            deployedAt = i.DeployedAt,
            firstContactAt = i.FirstContactAt,
            receivedAt = i.ReceivedAt,
            recordedAt = i.RecordedAt,
            recording = i.Recording == RecordingAnswer.NotAsked
                ? null
                : new { answer = i.Recording.ToString().ToLowerInvariant(), rationale = i.RecordingRationale, decidedAt = i.RecordingAt, dueAt = i.RecordingDueAt },
        };
    }

    private static IEnumerable<object> Codes(string codes, IReadOnlyList<Term> terms) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => TermOf(terms, c));

    private static object TermOf(IEnumerable<Term> terms, string code) => new { code, name = ServiceProfile.NameIn(terms, code) };

    /// <summary>Ids are 63 bits; a reader in a browser would round them.</summary>
    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
