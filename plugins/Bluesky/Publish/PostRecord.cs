using System.Buffers;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Writes what the network stores. The same publication gives the same bytes, whenever it is written.</summary>
internal static class PostRecord
{
    private const int MostLanguages = 3;

    /// <summary>The request that stores a post under its name, if that name is still free.</summary>
    public static ReadOnlyMemory<byte> Request(
        string did, string key, Outbound outbound, ReplyHandle? reply, IReadOnlyList<ResolvedFacet> facets, IReadOnlyList<UploadedMedia> media) =>
        Write(writer =>
        {
            writer.WriteString("repo", did);
            writer.WriteString("collection", Names.Posts);
            writer.WriteString("rkey", key);
            // Null, not absent: there must be no such record yet. An identical one is no fault and changes nothing.
            writer.WriteNull("swapRecord");
            writer.WriteStartObject("record");
            WritePost(writer, outbound, reply, facets, media);
            writer.WriteEndObject();
        });

    /// <summary>The request that sends a direct message.</summary>
    public static ReadOnlyMemory<byte> Message(string conversation, string text, IReadOnlyList<ResolvedFacet> facets) => Write(writer =>
    {
        writer.WriteString("convoId", conversation);
        writer.WriteStartObject("message");
        writer.WriteString("text", text);
        WriteFacets(writer, facets);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Deletion(string did, string collection, string key) => Write(writer =>
    {
        writer.WriteString("repo", did);
        writer.WriteString("collection", collection);
        writer.WriteString("rkey", key);
    });

    private static void WritePost(
        Utf8JsonWriter writer, Outbound outbound, ReplyHandle? reply, IReadOnlyList<ResolvedFacet> facets, IReadOnlyList<UploadedMedia> media)
    {
        writer.WriteString("$type", Names.Posts);
        writer.WriteString("text", outbound.Text);
        writer.WriteString("createdAt", CollectPlace.Cursor(outbound.IntendedAt));
        if (outbound.Languages.Count > 0)
        {
            writer.WriteStartArray("langs");
            foreach (var language in outbound.Languages.Take(MostLanguages))
                writer.WriteStringValue(language);
            writer.WriteEndArray();
        }
        if (reply is { Root: { } root, Parent: { } parent })
        {
            writer.WriteStartObject("reply");
            WriteReference(writer, "root", root);
            WriteReference(writer, "parent", parent);
            writer.WriteEndObject();
        }
        WriteFacets(writer, facets);
        WriteMedia(writer, media);
    }

    private static void WriteReference(Utf8JsonWriter writer, string name, Reference reference)
    {
        writer.WriteStartObject(name);
        writer.WriteString("uri", reference.Uri);
        writer.WriteString("cid", reference.Cid);
        writer.WriteEndObject();
    }

    private static void WriteFacets(Utf8JsonWriter writer, IReadOnlyList<ResolvedFacet> facets)
    {
        if (facets.Count == 0)
            return;
        writer.WriteStartArray("facets");
        foreach (var (facet, value) in facets)
        {
            var (type, field) = facet.Kind switch
            {
                FacetKind.Link => ("link", "uri"),
                FacetKind.Mention => ("mention", "did"),
                FacetKind.Tag => ("tag", "tag"),
            };
            writer.WriteStartObject();
            writer.WriteStartObject("index");
            writer.WriteNumber("byteStart", facet.ByteStart);
            writer.WriteNumber("byteEnd", facet.ByteEnd);
            writer.WriteEndObject();
            writer.WriteStartArray("features");
            writer.WriteStartObject();
            writer.WriteString("$type", $"app.bsky.richtext.facet#{type}");
            writer.WriteString(field, value);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteMedia(Utf8JsonWriter writer, IReadOnlyList<UploadedMedia> media)
    {
        if (media.Count == 0)
            return;
        writer.WriteStartObject("embed");
        writer.WriteString("$type", "app.bsky.embed.images");
        writer.WriteStartArray("images");
        foreach (var (file, blob) in media)
        {
            writer.WriteStartObject();
            writer.WriteString("alt", file.AltText);
            writer.WritePropertyName("image");
            writer.WriteRawValue(blob.Span);
            if (file is { Width: > 0, Height: > 0 })
            {
                writer.WriteStartObject("aspectRatio");
                writer.WriteNumber("width", file.Width);
                writer.WriteNumber("height", file.Height);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
