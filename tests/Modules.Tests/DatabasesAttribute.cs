using System.Reflection;
using PoliceSocial.Platform.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace PoliceSocial.Modules.Tests;

/// <summary>Runs a test once for each database: SQLite always, SQL Server where one is configured, else a visible skip.</summary>
internal sealed class DatabasesAttribute : DataAttribute
{
    public const string Variable = "POLICESOCIAL_TEST_SQLSERVER";

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
            ? $"{Variable} holds no connection string to a SQL Server."
            : null;
        return new([new TheoryDataRow<Dialect>(Dialect.Sqlite), new TheoryDataRow<Dialect>(Dialect.SqlServer) { Skip = skip }]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
