using System.Globalization;
using System.Text.Json;

namespace PoliceSocial.Incidents.Offered;

/// <summary>
/// Holds what others send against the published schema (<c>docs/incident-handover.schema.json</c>), of which it knows the parts that are
/// used there. Properties that the schema does not name are let through: within a version they may be added.
/// </summary>
internal static class DocumentSchema
{
    private static readonly JsonElement Root = Load();

    /// <summary>What is wrong, each with the place in the document; nothing where it is as the schema says.</summary>
    public static IReadOnlyList<string> Problems(JsonElement document) => [.. Wrong(Root, document, "$").Take(20)];

    private static IEnumerable<string> Wrong(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = Root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("type", out var type) && !IsOf(type.GetString()!, value))
            return [$"{at} is not of the type {type.GetString()}"];
        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
            return [$"{at} must be {constant}"];
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(c => JsonElement.DeepEquals(c, value)))
            return [$"{at} must be one of {string.Join(", ", choices.EnumerateArray())}"];
        if (schema.TryGetProperty("format", out _) && !IsInstant(value))
            return [$"{at} is no instant with an offset, such as 2026-11-21T02:00:00Z"];
        if (!IsWithin(schema, value))
            return [$"{at} is outside its bounds"];
        return value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) => OfObject(schema, properties, value, at),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((v, n) => Wrong(items, v, $"{at}[{n}]")),
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(JsonElement schema, JsonElement properties, JsonElement value, string at)
    {
        if (schema.TryGetProperty("required", out var names))
        {
            foreach (var name in names.EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
                yield return $"{at}.{name} is missing";
        }

        foreach (var property in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(property.Name, out var own))
                continue;
            foreach (var wrong in Wrong(own, property.Value, $"{at}.{property.Name}"))
                yield return wrong;
        }
    }

    private static bool IsWithin(JsonElement schema, JsonElement value) =>
        value.ValueKind != JsonValueKind.Number
        || ((!schema.TryGetProperty("minimum", out var least) || value.GetDouble() >= least.GetDouble())
            && (!schema.TryGetProperty("maximum", out var most) || value.GetDouble() <= most.GetDouble()));

    private static bool IsInstant(JsonElement value) =>
        value.GetString() is { } text && text.Contains('T', StringComparison.Ordinal) && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };

    private static JsonElement Load()
    {
        using var stream = typeof(DocumentSchema).Assembly.GetManifestResourceStream("incident-handover.schema.json")!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
