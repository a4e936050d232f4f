using System.Reflection;
using System.Text.Json.Serialization;
using PoliceSocial.Contracts;

namespace PoliceSocial.House.Tests.Records;

/// <summary>What every event keeps.</summary>
internal static class EventRules
{
    private static readonly HashSet<string> Bodies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Text", "Body", "Content", "Message", "Excerpt", "Quote", "Words", "Html", "Note", "Comment", "Caption", "AltText", "Query", "DisplayName", "Email", "Phone",
    };

    /// <summary>Properties that are called like a body and hold none. Add one only with a reason.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal);

    public static IEnumerable<string> Wrong(Type type, IReadOnlyCollection<string> schemas)
    {
        var owner = type.Namespace![(type.Namespace!.LastIndexOf('.') + 1)..];
        var where = $"src/Contracts/{owner}: {type.Name}";
        var subject = type.GetProperty(nameof(IEvent.Subject));
        return
        [
            .. Unless(type.IsSealed, $"{where} is not sealed."),
            .. Unless(type.IsDefined(typeof(FamilyAttribute), inherit: false), $"{where} has no [Family(…)]: which duty of record-keeping does it fulfil?"),
            .. Unless(subject?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) == true, $"{where}.Subject is stored twice; put [JsonIgnore] on it."),
            .. Unless(schemas.Contains(owner.ToLowerInvariant()), $"{where} belongs to no module: its namespace ends in its owner's name."),
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.PropertyType == typeof(string) && Bodies.Contains(p.Name) && !Harmless.Contains($"{owner}.{type.Name}.{p.Name}"))
                .Select(p => $"{where}.{p.Name} looks like what somebody wrote. Events carry ids and facts: bodies stay in one place, or retention cannot delete them."),
        ];
    }

    private static string[] Unless(bool holds, string wrong) => holds ? [] : [wrong];
}
