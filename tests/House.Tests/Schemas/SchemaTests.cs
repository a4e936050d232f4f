namespace PoliceSocial.House.Tests.Schemas;

[Collection("T-SQL compiler")]
public sealed class SchemaTests
{
    private const string Sqlite = """
        CREATE TABLE x.Thing (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Seen INTEGER, Body BLOB) STRICT;
        CREATE INDEX x.IX_Thing_Name ON Thing (Name);
        """;

    private const string SqlServer = """
        CREATE TABLE x.Thing (Id bigint NOT NULL CONSTRAINT PK_Thing PRIMARY KEY, Name nvarchar(100) NOT NULL, Seen bigint NULL, Body varbinary(max) NULL);
        CREATE INDEX IX_Thing_Name ON x.Thing (Name);
        """;

    [Fact]
    public void BothDatabases_HaveTheSameTables()
    {
        using var model = SqlServerModel.OfTheHouse();
        Rule.Holds(TheHouse.Modules.SelectMany(m => Parity.Differences(m.Schema, SqliteSchema.ShapeOf(m.Schema), SqlServerModel.Shape(model, m.Schema))));
    }

    [Fact]
    public void EverySchema_HasThePlatformsTables() => Assert.All(TheHouse.Modules, m => Assert.Superset(
        new HashSet<string> { "Outbox", "Hearing", "ParkedEvent", "Migration" }, SqliteSchema.ShapeOf(m.Schema).Tables.Select(t => t.Name).ToHashSet()));

    [Fact]
    public void TheSameSchemaInTwoDialects_DiffersNowhere() => Rule.Holds(Compare(Sqlite, SqlServer));

    [Theory]
    [InlineData("Name TEXT NOT NULL", "Name TEXT", "the column Name is [TEXT]")]
    [InlineData("Name TEXT", "Name INTEGER", "the column Name is [INTEGER NOT NULL]")]
    [InlineData("Body BLOB", "Bodies BLOB", "x.Thing.Bodies is missing from db/sqlserver")]
    [InlineData("Thing", "Other", "x.Other is missing from db/sqlserver")]
    [InlineData("IX_Thing_Name", "IX_Thing_Other", "IX_Thing_Name is missing from db/sqlite")]
    [InlineData("(Name)", "(Name, Seen)", "the index IX_Thing_Name is [(Name, Seen)]")]
    [InlineData("CREATE INDEX", "CREATE UNIQUE INDEX", "unique (Name)")]
    [InlineData("Id INTEGER NOT NULL PRIMARY KEY", "Id INTEGER NOT NULL", "the primary key is []")]
    [InlineData("Seen INTEGER", "Seen INTEGER REFERENCES Thing (Id)", "the foreign keys is [(Seen) to Thing]")]
    public void ASchemaThatDiffers_IsFound(string original, string changed, string named) =>
        Rule.Bites(Compare(Sqlite.Replace(original, changed, StringComparison.Ordinal), SqlServer), named);

    [Fact]
    public void AColumnAddedLater_IsThere() => Rule.Holds(Compare(
        Sqlite + "ALTER TABLE x.Thing ADD COLUMN Later TEXT;", SqlServer, "ALTER TABLE x.Thing ADD Later nvarchar(10) NULL;"));

    [Fact]
    public void TablesOfSqlite_AreStrict() => Rule.Holds(TheHouse.Modules.SelectMany(m =>
    {
        using var schema = SqliteSchema.Migrated(m.Schema);
        return schema.Lax().Select(t => $"db/sqlite/{m.Schema}/: {t} is not STRICT; it would take a value of any type.").ToList();
    }));

    [Fact]
    public void ALaxTable_IsFound()
    {
        using var schema = SqliteSchema.Of("x", ["CREATE TABLE x.Lax (Id INTEGER PRIMARY KEY)"]);
        Rule.Bites(schema.Lax(), "Lax");
    }

    [Fact]
    public void TheTablesOfSqlServer_Compile()
    {
        using var model = SqlServerModel.OfTheHouse();
        Rule.Holds(SqlServerModel.Complaints(model));
    }

    private static List<string> Compare(string sqlite, params string[] sqlServer)
    {
        using var left = SqliteSchema.Of("x", [sqlite]);
        using var right = SqlServerModel.Of([("x", sqlServer)]);
        return [.. Parity.Differences("x", left.Shape(), SqlServerModel.Shape(right, "x"))];
    }
}
