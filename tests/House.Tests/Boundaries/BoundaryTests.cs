using System.Reflection;
using System.Xml.Linq;
using PoliceSocial.Inbox;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.House.Tests.Boundaries;

public sealed class BoundaryTests
{
    private const TypeAttributes Internal = TypeAttributes.Class | TypeAttributes.NotPublic;

    [Fact]
    public void Modules_KnowOnlyPlatformContractsAndSdk() => Rule.Holds(TheHouse.Modules.SelectMany(m =>
        Boundary.Crossed(
            m.GetType().Assembly, Boundary.Platform, Boundary.Contracts, Boundary.Sdk, Boundary.Ledger, Boundary.Triage, Boundary.Bag)));

    [Fact]
    public void Modules_WhenOneKnowsAnother_AreFound() => Rule.Bites(
        Boundary.Crossed(Planted.Assembly("PoliceSocial.Planted", "Nosy", Internal, typeof(InboxModule)), Boundary.Platform), "PoliceSocial.Inbox");

    [Fact]
    public void Platform_KnowsOnlyContractsAndSdk() => Rule.Holds(Boundary.Crossed(TheHouse.Platform, Boundary.Contracts, Boundary.Sdk));

    [Fact]
    public void Platform_WhenItKnowsAModule_IsFound() => Rule.Bites(
        Boundary.Crossed(Planted.Assembly("PoliceSocial.Platform", "Nosy", Internal, typeof(InboxModule)), Boundary.Contracts), "PoliceSocial.Inbox");

    [Fact]
    public void ContractsAndSdk_DependOnNothing() =>
        Rule.Holds(Boundary.BeyondTheFramework(TheHouse.Contracts).Concat(Boundary.BeyondTheFramework(TheHouse.Sdk)));

    [Fact]
    public void Contracts_WhenTheyDependOnThePlatform_AreFound() => Rule.Bites(
        Boundary.BeyondTheFramework(Planted.Assembly("PoliceSocial.Contracts", "Heavy", Internal, typeof(IModule))), "PoliceSocial.Platform");

    [Fact]
    public void Modules_HaveOnePublicType() =>
        Rule.Holds(TheHouse.Modules.SelectMany(m => Boundary.BesidesItsModule(m.GetType().Assembly, m.GetType())));

    [Fact]
    public void Modules_WithASecondPublicType_AreFound() => Rule.Bites(
        Boundary.BesidesItsModule(Planted.Assembly("PoliceSocial.Planted", "Exposed", TypeAttributes.Class | TypeAttributes.Public), typeof(InboxModule)),
        "Exposed is public");

    [Fact]
    public void EveryModuleProject_IsInTheHostsList()
    {
        var listed = TheHouse.Modules.Select(m => m.GetType().Assembly.GetName().Name!["PoliceSocial.".Length..]).Order(StringComparer.Ordinal);
        var projects = TheHouse.Files("src/Modules", "*.csproj").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);
        Assert.Equal(projects, listed);
    }

    [Fact]
    public void EveryModule_IsNamedAfterItsSchema() => Assert.All(TheHouse.Modules, m => Assert.Equal(m.GetType().Name, Name(m.Schema) + "Module"));

    [Fact]
    public void ModulesPluginsAndPureLibraries_AskForNothingMore() => Rule.Holds(
        TheHouse.Files("src/Modules", "*.csproj").SelectMany(f => Boundary.AskedFor(TheHouse.Relative(f), XDocument.Load(f), "Ledger", "Triage", "Bag"))
            .Concat(TheHouse.Files("src/Bag", "*.csproj").SelectMany(f => Boundary.AskedFor(TheHouse.Relative(f), XDocument.Load(f), "Ledger")))
            .Concat(new[] { "plugins", "src/Ledger", "src/Triage" }.SelectMany(folder => TheHouse.Files(folder, "*.csproj")).SelectMany(f => Boundary.AskedFor(TheHouse.Relative(f), XDocument.Load(f)))));

    [Fact]
    public void APluginThatAsksForThePlatform_IsFound() => Rule.Bites(
        Boundary.AskedFor("plugins/Planted/Planted.csproj", XDocument.Parse("""<Project><ItemGroup><ProjectReference Include="..\..\src\Platform\Platform.csproj" /></ItemGroup></Project>""")),
        "the project Platform");

    private static string Name(string schema) =>
        TheHouse.Modules.Select(m => m.GetType().Assembly.GetName().Name!["PoliceSocial.".Length..])
            .FirstOrDefault(n => n.Equals(schema, StringComparison.OrdinalIgnoreCase)) ?? schema;
}
