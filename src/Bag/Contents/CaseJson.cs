using System.Text.Encodings.Web;
using System.Text.Json;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>The material as CASE 1.4.0 (on UCO 1.4.0) in JSON-LD: messages, accounts, exhibits with their provenance, and who did what.</summary>
internal sealed class CaseJson(BagWriter bag, Disclosure disclosure)
{
    private const string Context =
        """
        {
        "@context": {
          "kb": "urn:uuid:",
          "core": "https://ontology.unifiedcyberontology.org/uco/core/",
          "action": "https://ontology.unifiedcyberontology.org/uco/action/",
          "identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
          "observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
          "tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
          "types": "https://ontology.unifiedcyberontology.org/uco/types/",
          "investigation": "https://ontology.caseontology.org/case/investigation/",
          "xsd": "http://www.w3.org/2001/XMLSchema#"
        },
        "@graph": [

        """;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly HashSet<long> _accounts = [];
    private bool _first = true;

    public async Task WriteAsync(Spool spool, IReadOnlyList<Exhibit> exhibits, IAsyncEnumerable<CustodyLine> custody, CancellationToken ct)
    {
        await using var file = bag.Add("case/case.jsonld", Packing.Deflated);
        var sink = new TextSink(file);
        await using var json = new Utf8JsonWriter(sink, Options);
        var node = new CaseNode(json, new(disclosure), () => Begin(sink, json));
        sink.Put(Context);
        node.Frame(disclosure);
        foreach (var (exhibit, i) in exhibits.Select((e, i) => (e, i)))
            node.Exhibit(exhibit, i);
        await foreach (var line in spool.LinesAsync(ct))
        {
            if (line.Kind is LineKind.Deed or LineKind.Note or LineKind.Record or LineKind.Shown)
                continue;
            var account = line.Handle.Length == 0 ? (long?)null : Identifiers.Number($"{line.Channel}\n{line.Handle}");
            if (account is { } id && _accounts.Add(id))
                node.Account(line, id);
            node.Message(line, account);
            await json.FlushAsync(ct);
            await sink.PassAsync(ct);
        }

        var number = 0L;
        await foreach (var line in custody.WithCancellation(ct))
        {
            node.Action(line, ++number);
            await json.FlushAsync(ct);
            await sink.PassAsync(ct);
        }

        await json.FlushAsync(ct);
        sink.Put("\n]\n}\n"u8);
        await sink.EndAsync(ct);
    }

    private void Begin(TextSink sink, Utf8JsonWriter json)
    {
        json.Flush();
        if (!_first)
            sink.Put(",\n"u8);
        _first = false;
        json.Reset();
    }
}
