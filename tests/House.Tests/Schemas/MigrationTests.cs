using System.Text.RegularExpressions;

namespace PoliceSocial.House.Tests.Schemas;

public sealed partial class MigrationTests
{
    [Fact]
    public void Migrations_AreNumberedWithoutHoles_AndTheSameOnBothDatabases() => Rule.Holds(
        Folders("sqlite").Union(Folders("sqlserver")).SelectMany(f => Misnumbered(f, Names("sqlite", f), Names("sqlserver", f))));

    [Fact]
    public void EveryFolderOfMigrations_IsAModulesOrThePlatforms() => Assert.Subset(
        TheHouse.Modules.Select(m => m.Schema).Append("platform").ToHashSet(), Folders("sqlite").Union(Folders("sqlserver")).ToHashSet());

    [Theory]
    [InlineData("0001_a.sql 0003_b.sql", "0001_a.sql 0003_b.sql", "0003_b.sql should be number 0002")]
    [InlineData("0001_a.sql 0002_b.sql", "0001_a.sql", "0002_b.sql is not in db/sqlserver")]
    [InlineData("0001_a.sql", "0001_b.sql", "0001_b.sql is not in db/sqlite")]
    [InlineData("1_a.sql", "1_a.sql", "1_a.sql is not named")]
    [InlineData("0001_a.sql 0001_b.sql", "0001_a.sql 0001_b.sql", "0001_b.sql should be number 0002")]
    public void MisnumberedMigrations_AreFound(string sqlite, string sqlServer, string named) =>
        Rule.Bites(Misnumbered("x", sqlite.Split(' '), sqlServer.Split(' ')), named);

    private static IEnumerable<string> Misnumbered(string folder, string[] sqlite, string[] sqlServer) =>
    [
        .. sqlite.Except(sqlServer).Select(n => $"db/sqlite/{folder}/{n} is not in db/sqlserver/{folder}/: a migration has one name on both databases."),
        .. sqlServer.Except(sqlite).Select(n => $"db/sqlserver/{folder}/{n} is not in db/sqlite/{folder}/: a migration has one name on both databases."),
        .. sqlite.Union(sqlServer).Where(n => !Named().IsMatch(n)).Select(n => $"{folder}/{n} is not named like 0001_what_it_does.sql."),
        .. sqlite.Order(StringComparer.Ordinal).Index().Where(n => Named().IsMatch(n.Item) && !n.Item.StartsWith($"{n.Index + 1:0000}", StringComparison.Ordinal))
            .Select(n => $"db/sqlite/{folder}/{n.Item} should be number {n.Index + 1:0000}."),
    ];

    private static IEnumerable<string> Folders(string dialect) =>
        Directory.EnumerateDirectories(Path.Combine(TheHouse.Root, "db", dialect)).Select(f => Path.GetFileName(f));

    private static string[] Names(string dialect, string folder) =>
        [.. TheHouse.Files($"db/{dialect}/{folder}", "*.sql").Select(f => Path.GetFileName(f))];

    [GeneratedRegex(@"^\d{4}_[a-z0-9_]+\.sql$")]
    private static partial Regex Named();
}
