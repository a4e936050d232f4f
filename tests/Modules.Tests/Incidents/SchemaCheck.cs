using System.Text.Json;

namespace PoliceSocial.Modules.Tests.Incidents;

/// <summary>Holds a document of ours against the parts of JSON Schema that are used: type, const, enum, required, properties, items, $ref. What the schema does not name must not be in what we write.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Problems(JsonElement root, JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("const", out var constant) && constant.ToString() != value.ToString())
            return [at];
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(c => c.ToString() == value.ToString()))
            return [at];
        if (schema.TryGetProperty("type", out var type) && !IsOf(type.GetString()!, value))
            return [at];
        return value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) => OfObject(root, schema, properties, value, at),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((v, n) => Problems(root, items, v, $"{at}[{n}]")),
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(JsonElement root, JsonElement schema, JsonElement properties, JsonElement value, string at)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        return
        [
            .. required.Where(n => !value.TryGetProperty(n, out _)).Select(n => $"{at}.{n}"),
            .. value.EnumerateObject().SelectMany(p => properties.TryGetProperty(p.Name, out var own)
                ? Problems(root, own, p.Value, $"{at}.{p.Name}")
                : [$"{at}.{p.Name}"]),
        ];
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };
}
