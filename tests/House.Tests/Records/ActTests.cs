using System.Reflection;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.House.Tests.Records;

public sealed class ActTests
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void ActsAndEvents_StandInTheirTable() => Rule.Holds(
        ActsPage.Read().Differences([.. TheHouse.Working.SelectMany(a => Kinds(a.GetTypes()))], [.. EventTypes.All.Select(t => t.Name)]));

    [Fact]
    public void AnActOrEventThatIsMissing_IsFound()
    {
        var page = ActsPage.Parse("| act | what | events |\n| --- | --- | --- |\n| `x.do` | something | `Done` (always) |\n| `x.gone` | nothing | `Inbox.Vanished` |\n| `none yet` | | `Done` |");
        var found = page.Differences([("x.do", "Do.cs", ["Done", "Undone"]), ("x.new", "New.cs", [])], ["Done", "Forgotten"]).ToList();
        Rule.Bites(found, "the act x.new has no row");
        Rule.Bites(found, "raises Undone");
        Rule.Bites(found, "no code has the act x.gone");
        Rule.Bites(found, "the event Forgotten is in no row");
        Rule.Bites(found, "there is no event Vanished");
        Rule.Bites(found, "an act leaves Done");
        Assert.Equal(6, found.Count);
    }

    [Fact]
    public void TheEventsThatAUseCaseMakes_AreRead() =>
        Assert.Contains("DeliveryAttempted", Assert.Single(Kinds([typeof(PlantedUseCase)])).Events);

    [Fact]
    public void Acts_AreNamedAfterTheirModule() => Rule.Holds(TheHouse.Modules.SelectMany(m => Kinds(m.GetType().Assembly.GetTypes())
        .Where(k => !k.Act.StartsWith(m.Schema + ".", StringComparison.Ordinal)).Select(k => $"{k.Where}: {k.Act} should begin with {m.Schema}.")));

    private static IEnumerable<(string Act, string Where, IReadOnlyList<string> Events)> Kinds(IEnumerable<Type> types) =>
        from type in types
        where !type.ContainsGenericParameters
        from field in type.GetFields(Statics)
        where field.FieldType == typeof(ActKind)
        select (((ActKind)field.GetValue(null)!).Name, TheHouse.Where(type), Made(type, field));

    /// <summary>The events made by the type that declares the act; where it declares several, which is whose cannot be told.</summary>
    private static IReadOnlyList<string> Made(Type type, FieldInfo kind) => type.GetFields(Statics).Count(f => f.FieldType == kind.FieldType) > 1 ? [] :
    [
        .. Il.WithNested(type).Where(t => !t.ContainsGenericParameters).SelectMany(Il.MethodsOf).SelectMany(Il.CallsOf).OfType<ConstructorInfo>()
            .Select(c => c.DeclaringType!).Where(t => t.IsAssignableTo(typeof(IEvent))).Select(t => t.Name).Distinct(StringComparer.Ordinal),
    ];

    private static class PlantedUseCase
    {
        public static readonly ActKind Kind = new("planted.attempt");

        public static async Task<IEvent> HandleAsync(long id)
        {
            await Task.Yield();
            return new Contracts.Publishing.DeliveryAttempted(id, id);
        }
    }
}
