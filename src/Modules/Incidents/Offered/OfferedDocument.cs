using System.Text;
using System.Text.Json;

namespace PoliceSocial.Incidents.Offered;

/// <summary>An incident as another service tells it, read from a document that the published schema allows.</summary>
internal sealed record OfferedDocument(
    OfferedHandover Handover, bool Exercise, OfferedIncident Incident, IReadOnlyList<OfferedConversation> Conversations, IReadOnlyList<OfferedParty> Parties,
    IReadOnlyList<OfferedAssessment> Assessments, IReadOnlyList<OfferedDecision> Decisions, IReadOnlyList<OfferedNote> Notes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads it; where that cannot be done, null and what is wrong.</summary>
    public static (OfferedDocument? Document, IReadOnlyList<string> Problems) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var problems = DocumentSchema.Problems(document.RootElement);
            return problems.Count > 0 ? (null, problems) : (document.RootElement.Deserialize<OfferedDocument>(Json), []);
        }
        catch (JsonException e)
        {
            return (null, [$"It is no JSON, or a name comes twice in it: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"]);
        }
    }

    /// <summary>Reads one that was taken.</summary>
    public static OfferedDocument Of(OfferRow offer) =>
        Read(Encoding.UTF8.GetBytes(offer.Document)).Document ?? throw new InvalidOperationException($"The document of offer {offer.Id} cannot be read any more.");
}

/// <summary>Who offers it, and what for.</summary>
internal sealed record OfferedHandover(string Id, string Purpose, string Reason, string AskedBy, DateTimeOffset AskedAt);

/// <summary>A code with its name, in their words.</summary>
internal sealed record OfferedTerm(string Code, string Name);

/// <summary>What was reported.</summary>
internal sealed record OfferedIncident(
    string Number, string Profile, string State, string Summary, string Location, string Area, bool ThirdParty, OfferedTerm OpeningCategory,
    IReadOnlyList<OfferedTerm> Qualifiers, OfferedTerm Grade, DateTimeOffset FirstContactAt, DateTimeOffset ReceivedAt, OfferedRecording? Recording, OfferedPin? Pin);

/// <summary>What they decided on recording.</summary>
internal sealed record OfferedRecording(string Answer, string? Rationale);

/// <summary>Where they pinned it.</summary>
internal sealed record OfferedPin(double Latitude, double Longitude, int? AccuracyMetres);

/// <summary>A conversation that it rests on; what was said in it stays with them.</summary>
internal sealed record OfferedConversation(string? Network, OfferedContact? Contact, DateTimeOffset FirstContactAt);

/// <summary>Who wrote.</summary>
internal sealed record OfferedContact(string Name, string Handle);

/// <summary>A person, place or vehicle.</summary>
internal sealed record OfferedParty(string Kind, string Label, string Detail, IReadOnlyList<OfferedTerm> Roles, IReadOnlyList<OfferedTerm> Markers);

/// <summary>A heading and what was written under it.</summary>
internal sealed record OfferedPart(string Heading, string Words);

/// <summary>An assessment of theirs.</summary>
internal sealed record OfferedAssessment(int Number, string Author, DateTimeOffset At, IReadOnlyList<OfferedPart> Answers, string Rationale);

/// <summary>A decision of theirs.</summary>
internal sealed record OfferedDecision(string Decided, string Author, DateTimeOffset At, IReadOnlyList<OfferedPart> Grounds);

/// <summary>A fact, an opinion or advice.</summary>
internal sealed record OfferedNote(string Kind, string Text, string Author, DateTimeOffset At);
