using System.Text.Json;
using System.Text.Json.Serialization;

namespace PoliceSocial.Connectors.Sdk;

/// <summary>
/// Reads and writes manifests. Source-generated: reflection-based JSON over a plugin's types would keep the plugin in memory for ever.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, WriteIndented = true)]
[JsonSerializable(typeof(ConnectorManifest))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
