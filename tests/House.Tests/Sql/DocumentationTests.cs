using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using PoliceSocial.Host.Commands;
using PoliceSocial.House.Tests.Schemas;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>docs/sql-server.md is run by people who do not know the product: what it tells them must be so.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(TheHouse.Root, "docs", "sql-server.md"));

    private static IReadOnlyList<string> Blocks => [.. SqlBlock().Matches(Page).Select(m => m.Groups[1].Value)];

    [Fact]
    public void EverySqlBlock_ParsesAsTSql()
    {
        Assert.True(Blocks.Count >= 3, $"Only {Blocks.Count} blocks were found.");
        Rule.Holds(Blocks.SelectMany(b => TSql.Parse(b).Errors.Select(e => $"docs/sql-server.md: {e} in {b[..Math.Min(60, b.Length)]}…")));
        Rule.Bites([.. TSql.Parse("GRANT SELEKT ON audit.Entry TO x;;DENY").Errors], "line 1");
    }

    [Fact]
    public void EveryTableAndSchemaItNames_IsThere()
    {
        using var model = SqlServerModel.OfTheHouse();
        var tables = Tables(model);
        var schemas = TheHouse.Modules.Select(m => m.Schema).ToHashSet(StringComparer.Ordinal);
        var named = Blocks.SelectMany(b => TSql.All<SchemaObjectName>(TSql.Parse(b).Script!)).Where(n => n.SchemaIdentifier?.Value is not (null or "sys"))
            .Select(n => $"{n.SchemaIdentifier.Value}.{n.BaseIdentifier.Value}");
        var secured = Securables().Where(s => s.Object.Contains('.', StringComparison.Ordinal)).Select(s => s.Object);
        Rule.Holds(named.Concat(secured).Where(n => !tables.Contains(n)).Select(n => $"docs/sql-server.md names {n}, which is not there."));
        Rule.Holds(Securables().Where(s => s.IsSchema && !schemas.Contains(s.Object)).Select(s => $"docs/sql-server.md names the schema {s.Object}, which no module has."));
        Rule.Holds(schemas.Where(s => !Page.Contains($"| `{s}` |", StringComparison.Ordinal)).Select(s => $"docs/sql-server.md does not list the schema {s}."));
        Rule.Holds(schemas.Except(Securables().Where(s => s.IsSchema && s.Verb == "GRANT").Select(s => s.Object)).Select(s => $"docs/sql-server.md grants the service nothing in {s}."));
    }

    [Fact]
    public void TheServicesLogin_CanChangeNothingOfTheLedger()
    {
        using var model = SqlServerModel.OfTheHouse();
        var wrong = new List<string>();
        foreach (var table in Tables(model).Where(t => t.StartsWith("audit.", StringComparison.Ordinal)))
        {
            var name = table["audit.".Length..];
            var (granted, denied) = (Permissions("GRANT", table), Permissions("DENY", table));
            if (AppendOnly.Tables.Contains(name) && !denied.IsSupersetOf(["UPDATE", "DELETE"]))
                wrong.Add($"{table} is of the ledger, and docs/sql-server.md does not deny UPDATE and DELETE on it.");
            if (AppendOnly.Tables.Contains(name) && granted.Count > 0)
                wrong.Add($"{table} is of the ledger, and docs/sql-server.md grants {string.Join(", ", granted)} on it.");
            if (!AppendOnly.Tables.Contains(name) && granted.Count == 0 && name != "Migration")
                wrong.Add($"{table} is changed by the service, and docs/sql-server.md grants nothing on it.");
        }

        Rule.Holds(wrong);
        Assert.Contains(("GRANT", "audit"), Securables().Where(s => s.IsSchema && s.Permissions.SetEquals(["SELECT", "INSERT"])).Select(s => (s.Verb, s.Object)));
    }

    [Fact]
    public void EveryTableOfTheLedger_ThatThisPageMakesAppendOnly_IsThereAndNamed()
    {
        using var model = SqlServerModel.OfTheHouse();
        Assert.Subset(Tables(model).ToHashSet(StringComparer.Ordinal), AppendOnly.Tables.Select(t => $"audit.{t}").ToHashSet(StringComparer.Ordinal));
        Rule.Holds(AppendOnly.Tables.Where(t => !Page.Contains($"`audit.{t}`", StringComparison.Ordinal)).Select(t => $"docs/sql-server.md does not name audit.{t} among the append-only tables."));
    }

    [Fact]
    public void TheAppendOnlyScript_Compiles_AndMakesEachOfThemALedgerTable()
    {
        using var model = SqlServerModel.Of(TheHouse.Modules.Select(m =>
            (m.Schema, TheHouse.Scripts(Dialect.SqlServer).Where(s => s.Schema == m.Schema).Select(s => AppendOnly.In(s.Text)))));
        Rule.Holds(SqlServerModel.Complaints(model));
        var made = TheHouse.Scripts(Dialect.SqlServer).Where(s => s.Schema == "audit").Sum(s => Regex.Count(AppendOnly.In(s.Text), @"LEDGER = ON \(APPEND_ONLY = ON\)"));
        Assert.Equal(AppendOnly.Tables.Count + 0, made - TheHouse.Scripts(Dialect.SqlServer).Where(s => s.Schema == "audit").Sum(s => Regex.Count(s.Text, @"LEDGER = ON \(APPEND_ONLY = ON\)")));
    }

    [Fact]
    public void WhatDbScriptPrints_ParsesBatchByBatch()
    {
        var wrong = new List<string>();
        foreach (var schema in TheHouse.Modules.Select(m => m.Schema))
            wrong.AddRange(TSql.Parse(Migrator.Journal(schema, Dialect.SqlServer)).Errors.Select(e => $"the journal of {schema}: {e}"));
        foreach (var script in TheHouse.Scripts(Dialect.SqlServer))
        {
            wrong.AddRange(TSql.Parse(AppendOnly.In(script.Text)).Errors.Select(e => $"{script.Key}: {e}"));
            wrong.AddRange(TSql.Parse(Migrator.JournalEntry(script.Schema, script, DateTimeOffset.UnixEpoch)).Errors.Select(e => $"the journal entry of {script.Key}: {e}"));
        }

        Rule.Holds(wrong);
    }

    private static HashSet<string> Tables(TSqlModel model) => [.. model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Select(t => string.Join('.', t.Name.Parts))];

    private static HashSet<string> Permissions(string verb, string table) =>
        [.. Securables().Where(s => s.Verb == verb && !s.IsSchema && s.Object == table).SelectMany(s => s.Permissions)];

    private static IEnumerable<(string Verb, bool IsSchema, string Object, HashSet<string> Permissions)> Securables() =>
        from block in Blocks
        from statement in TSql.All<SecurityStatement>(TSql.Parse(block).Script!)
        select (
            statement is GrantStatement ? "GRANT" : "DENY",
            statement.SecurityTargetObject.ObjectKind == SecurityObjectKind.Schema,
            string.Join('.', statement.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers.Select(i => i.Value)),
            statement.Permissions.Select(p => string.Join(' ', p.Identifiers.Select(i => i.Value.ToUpperInvariant()))).ToHashSet(StringComparer.Ordinal));

    [GeneratedRegex(@"```sql\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
