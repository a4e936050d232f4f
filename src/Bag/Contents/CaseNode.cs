using System.Globalization;
using System.Text.Json;

namespace PoliceSocial.Bag.Contents;

/// <summary>Writes the nodes of the CASE graph.</summary>
internal sealed class CaseNode(Utf8JsonWriter json, Identifiers ids, Action begin)
{
    /// <summary>The investigation, the force, the program, the lawful basis, and the export as an action.</summary>
    public void Frame(Disclosure disclosure)
    {
        Node(IdentifierKind.Organisation, 0, "identity:Organization", () => json.WriteString("core:name", disclosure.Force));
        Node(IdentifierKind.Tool, 0, "tool:Tool", () =>
        {
            json.WriteString("core:name", disclosure.Producer);
            json.WriteString("tool:toolType", "social media management");
        });
        Node(IdentifierKind.Authorisation, 0, "investigation:Authorization", () =>
        {
            json.WriteString("core:description", disclosure.Basis);
            json.WriteString("investigation:authorizationType", "lawful basis of disclosure");
        });
        Node(IdentifierKind.Investigation, 0, "investigation:Investigation", () =>
        {
            json.WriteString("core:name", disclosure.Investigation.Length > 0 ? disclosure.Investigation : disclosure.Reference);
            json.WriteString("core:description", disclosure.Scope);
            Reference("investigation:relevantAuthorization", IdentifierKind.Authorisation, 0);
            References("core:object", IdentifierKind.Action, 0);
        });
        Node(IdentifierKind.Action, 0, "investigation:InvestigativeAction", () =>
        {
            json.WriteString("core:name", "exported");
            json.WriteString("core:description", $"Export {disclosure.Reference} for {disclosure.Recipient}, made by {disclosure.MadeBy}");
            Instant("action:startTime", disclosure.MadeAt);
            Reference("action:performer", IdentifierKind.Organisation, 0);
            References("action:instrument", IdentifierKind.Tool, 0);
        });
    }

    /// <summary>An exhibit: the file that holds it, and its provenance.</summary>
    public void Exhibit(Exhibit exhibit, int number)
    {
        Node(IdentifierKind.ExhibitFile, number, "observable:File", () => Facet(IdentifierKind.ExhibitFacet, number, "observable:FileFacet", () =>
            json.WriteString("observable:fileName", exhibit.Where)));
        Node(IdentifierKind.Exhibit, number, "investigation:ProvenanceRecord", () =>
        {
            json.WriteString("investigation:exhibitNumber", exhibit.Mark);
            json.WriteString("core:description", exhibit.What);
            Instant("core:objectCreatedTime", exhibit.MarkedAt);
            References("core:object", IdentifierKind.ExhibitFile, number);
        });
    }

    /// <summary>An account on a network.</summary>
    public void Account(TimelineLine line, long id) => Node(IdentifierKind.Account, id, "observable:DigitalAccount", () =>
        Facet(IdentifierKind.AccountFacet, id, "observable:DigitalAccountFacet", () =>
        {
            json.WriteString("observable:displayName", line.Who);
            json.WriteString("observable:accountLogin", line.Handle);
        }));

    /// <summary>A message, its versions and answers, each as an object of its own.</summary>
    public void Message(TimelineLine line, long? account)
    {
        var id = unchecked((line.Id << 2) + (line.Kind == LineKind.Deletion ? 2 : line.Kind == LineKind.Edit ? 1 : 0));
        if (line.Sha256.Length > 0)
        {
            Node(IdentifierKind.Hash, id, "types:Hash", () =>
            {
                json.WriteString("types:hashMethod", "SHA256");
                Typed("types:hashValue", "xsd:hexBinary", line.Sha256.ToUpperInvariant());
            });
        }

        Node(IdentifierKind.Line, id, "observable:Message", () =>
        {
            json.WriteStartArray("core:hasFacet");
            MessageFacet(line, account, id);
            if (line.Sha256.Length > 0)
                Inner(IdentifierKind.HashFacet, id, "observable:ContentDataFacet", () => References("observable:hash", IdentifierKind.Hash, id));
            json.WriteEndArray();
        });
    }

    /// <summary>Something that was done with the material.</summary>
    public void Action(CustodyLine line, long number) => Node(IdentifierKind.Action, number, "investigation:InvestigativeAction", () =>
    {
        json.WriteString("core:name", line.What);
        json.WriteString("core:description", line.Entry is { } entry ? string.Create(CultureInfo.InvariantCulture, $"{line.Who} {line.What}; entry {entry} of the ledger") : $"{line.Who} {line.What}");
        Instant("action:startTime", line.At);
        Reference("action:performer", IdentifierKind.Organisation, 0);
    });

    private void MessageFacet(TimelineLine line, long? account, long id) => Inner(IdentifierKind.LineFacet, id, "observable:MessageFacet", () =>
    {
        if (account is { } from)
            Reference("observable:from", IdentifierKind.Account, from);
        if (line.NetworkId.Length > 0)
            json.WriteString("observable:messageID", line.NetworkId);
        json.WriteString("observable:messageText", line.Removed.Length > 0 ? $"[removed: {line.Removed}]" : line.Text);
        json.WriteString("observable:messageType", Words.Of(line.Kind));
        json.WriteString("observable:sessionID", line.Conversation.ToString(CultureInfo.InvariantCulture));
        Instant("observable:sentTime", line.At);
    });

    private void Node(IdentifierKind kind, long number, string type, Action body)
    {
        begin();
        Inner(kind, number, type, body);
    }

    private void Facet(IdentifierKind kind, long number, string type, Action body)
    {
        json.WriteStartArray("core:hasFacet");
        Inner(kind, number, type, body);
        json.WriteEndArray();
    }

    private void Inner(IdentifierKind kind, long number, string type, Action body)
    {
        json.WriteStartObject();
        json.WriteString("@id", $"kb:{ids.Uuid(kind, number)}");
        json.WriteString("@type", type);
        body();
        json.WriteEndObject();
    }

    private void Reference(string property, IdentifierKind kind, long number)
    {
        json.WriteStartObject(property);
        json.WriteString("@id", $"kb:{ids.Uuid(kind, number)}");
        json.WriteEndObject();
    }

    private void References(string property, IdentifierKind kind, long number) => Reference(property, kind, number);

    private void Instant(string property, DateTimeOffset at) => Typed(property, "xsd:dateTime", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));

    private void Typed(string property, string type, string value)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("@value", value);
        json.WriteEndObject();
    }
}
