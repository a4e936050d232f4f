using System.Text.Json;

namespace PoliceSocial.Connectors.Sdk;

/// <summary>The manifest as a file.</summary>
public static class ManifestFile
{
    /// <summary>Reads a manifest's text.</summary>
    /// <param name="utf8">The bytes of <see cref="ConnectorManifest.FileName"/>.</param>
    /// <exception cref="FormatException">It is not one; the message says where and why.</exception>
    public static ConnectorManifest Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, ConnectorJson.Default.ConnectorManifest)
                ?? throw new FormatException($"{ConnectorManifest.FileName} is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{ConnectorManifest.FileName} cannot be read: {e.Message}", e);
        }
    }
}
