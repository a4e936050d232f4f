using System.Text.Encodings.Web;
using System.Text.Json;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>The timeline for programs: one JSON array, an element to a line.</summary>
internal static class JsonTimeline
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task WriteAsync(BagWriter bag, Spool spool, CancellationToken ct)
    {
        await using var file = bag.Add("timeline.json", Packing.Deflated);
        var sink = new TextSink(file);
        await using var json = new Utf8JsonWriter(sink, Options);
        var number = 0L;
        await foreach (var line in spool.LinesAsync(ct))
        {
            sink.Put(number++ == 0 ? "[\n"u8 : ",\n"u8);
            json.Reset();
            Write(json, line, number);
            await json.FlushAsync(ct);
            await sink.PassAsync(ct);
        }

        sink.Put(number == 0 ? "[]\n"u8 : "\n]\n"u8);
        await sink.EndAsync(ct);
    }

    private static void Write(Utf8JsonWriter json, TimelineLine line, long number)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, number);
        json.WriteString("at"u8, line.At.UtcDateTime);
        json.WriteString("kind"u8, Words.Of(line.Kind));
        if (line.Conversation != 0)
            json.WriteNumber("conversation"u8, line.Conversation);
        Text(json, "incident"u8, line.Incident);
        json.WriteNumber("id"u8, line.Id);
        Text(json, "channel"u8, line.Channel);
        Text(json, "audience"u8, line.Audience);
        Text(json, "who"u8, line.Who);
        Text(json, "handle"u8, line.Handle);
        json.WriteString("text"u8, line.Text);
        Text(json, "networkId"u8, line.NetworkId);
        Text(json, "permalink"u8, line.Permalink);
        if (line.ReceivedAt is { } received)
            json.WriteString("receivedAt"u8, received.UtcDateTime);
        Text(json, "sha256"u8, line.Sha256);
        Text(json, "exhibit"u8, line.Exhibit);
        Text(json, "removed"u8, line.Removed);
        if (line.Media.Count > 0)
            WriteMedia(json, line.Media);
        json.WriteEndObject();
    }

    private static void WriteMedia(Utf8JsonWriter json, IReadOnlyList<LineMedia> media)
    {
        json.WriteStartArray("media"u8);
        foreach (var (name, type, alt, said) in media)
        {
            json.WriteStartObject();
            Text(json, "file"u8, name.Length > 0 ? $"media/{name}" : "");
            Text(json, "type"u8, type);
            Text(json, "altText"u8, alt);
            Text(json, "said"u8, said);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        if (text.Length > 0)
            json.WriteString(name, text);
    }
}
