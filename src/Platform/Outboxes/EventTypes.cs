using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>The events that modules tell one another, by name.</summary>
internal sealed class EventTypes(Ids ids)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private static readonly FrozenDictionary<string, Type> ByName = typeof(IEvent).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEvent)))
        .ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Family> Families =
        ByName.ToFrozenDictionary(p => p.Key, p => p.Value.GetCustomAttribute<FamilyAttribute>()!.Family, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = ByName.ToFrozenDictionary(p => p.Value, p => p.Key);

    private static readonly FrozenSet<Type> WithoutChange =
        ByName.Values.Where(t => t.GetCustomAttribute<FamilyAttribute>()!.ChangesNothing).ToFrozenSet();

    public static IEnumerable<Type> All => ByName.Values;

    /// <summary><c>Inbox.ConversationAssigned</c>.</summary>
    public static string NameOf(Type type) => $"{type.Namespace![(type.Namespace!.LastIndexOf('.') + 1)..]}.{type.Name}";

    /// <summary>The schema of the module that raises it.</summary>
    public static string PublisherOf(Type type) => type.Namespace![(type.Namespace!.LastIndexOf('.') + 1)..].ToLowerInvariant();

    /// <summary>The name of an event that was raised.</summary>
    public static string NameOf(IEvent happened) => Names[happened.GetType()];

    /// <summary>Is something different now that a screen may show?</summary>
    public static bool Changes(IEvent happened) => !WithoutChange.Contains(happened.GetType());

    public static bool Has(string name) => ByName.ContainsKey(name);

    /// <summary>The duty of record-keeping that it fulfils.</summary>
    public static Family FamilyOf(string name) => Families[name];

    public OutboxRow ToRow(Act act, IEvent happened) => new()
    {
        Id = ids.New(),
        ActId = act.Id,
        Act = act.Kind.Name,
        ActorKind = (int)act.Actor.Kind,
        ActorId = act.Actor.Id,
        At = act.At,
        Origin = act.Origin,
        Purpose = act.Purpose,
        Type = Names[happened.GetType()],
        Subject = happened.Subject,
        Facts = JsonSerializer.Serialize(happened, happened.GetType(), Json),
    };

    public static IEvent FromRow(OutboxRow row) =>
        Read(row.Type, row.Facts) ?? throw new FormatException($"The facts of event {row.Id} are empty.");

    public static IEvent? Read(string name, string facts) => (IEvent?)JsonSerializer.Deserialize(facts, ByName[name], Json);

    public static Act ActOf(OutboxRow row) =>
        new(row.ActId, new(row.Act), new((ActorKind)row.ActorKind, row.ActorId), row.At, row.Origin, row.Purpose);
}
