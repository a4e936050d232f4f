using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// Brings every schema up to date: first the platform's own tables, which each schema has, then the module's. A script that
/// ran once is never changed: its checksum is kept, and a difference stops the start.
/// </summary>
internal sealed partial class Migrator(Schemas schemas, ModuleList modules, TimeProvider clock)
{
    /// <summary>Runs what has not run yet, and says what it ran.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        var ran = new List<string>();
        foreach (var schema in schemas.All)
            ran.AddRange(await MigrateAsync(schema, ct));
        return ran;
    }

    /// <summary>The scripts of all schemas for a dialect, in the order in which they run.</summary>
    public IEnumerable<Migration> Scripts(Dialect dialect) => Scripts(modules, dialect);

    /// <summary>The scripts of a list of modules, which needs no database.</summary>
    public static IEnumerable<Migration> Scripts(ModuleList modules, Dialect dialect) =>
        modules.Modules.SelectMany(m => Scripts(m.GetType().Assembly, m.Schema, dialect));

    /// <summary>What is missing: the names of scripts that have not run.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken ct)
    {
        var pending = new List<string>();
        foreach (var schema in schemas.All)
        {
            await using var lease = await schema.LeaseWriterAsync(ct);
            await CreateJournalAsync(schema, lease);
            var done = await DoneAsync(schema, lease);
            pending.AddRange(ScriptsOf(schema).Where(s => !done.ContainsKey(s.Key)).Select(s => s.Key));
            await lease.CommitAsync(ct);
        }

        return pending;
    }

    internal static string Journal(string schema, Dialect dialect) => dialect switch
    {
        Dialect.Sqlite =>
            $"CREATE TABLE IF NOT EXISTS {schema}.Migration (Script TEXT NOT NULL PRIMARY KEY, Checksum TEXT NOT NULL, AppliedAt INTEGER NOT NULL) STRICT",
        Dialect.SqlServer =>
            $"""
            IF SCHEMA_ID('{schema}') IS NULL EXEC('CREATE SCHEMA {schema}');
            IF OBJECT_ID('{schema}.Migration') IS NULL CREATE TABLE {schema}.Migration (
                Script nvarchar(200) NOT NULL CONSTRAINT PK_{schema}_Migration PRIMARY KEY, Checksum char(64) NOT NULL, AppliedAt bigint NOT NULL);
            """,
    };

    internal static string JournalEntry(string schema, Migration script, DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO {schema}.Migration (Script, Checksum, AppliedAt) VALUES ('{script.Key}', '{script.Checksum}', {at.ToMicroseconds()})");

    private static IEnumerable<Migration> Scripts(Assembly assembly, string schema, Dialect dialect) =>
        Read(typeof(Migrator).Assembly, schema, "platform", dialect).Concat(Read(assembly, schema, schema, dialect));

    private static IEnumerable<Migration> Read(Assembly assembly, string schema, string set, Dialect dialect)
    {
        var folder = $"db/{(dialect == Dialect.Sqlite ? "sqlite" : "sqlserver")}/{set}/";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            yield return new(schema, $"{set}/{resource[folder.Length..]}", text.Replace("$(schema)", schema, StringComparison.Ordinal),
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        }
    }

    private static async Task CreateJournalAsync(Schema schema, Lease lease) =>
        await lease.Connection.ExecuteAsync(Journal(schema.Name, schema.Dialect), transaction: lease.Transaction);

    private static async Task<Dictionary<string, string>> DoneAsync(Schema schema, Lease lease) =>
        (await lease.Connection.QueryAsync<(string Script, string Checksum)>(
            $"SELECT Script, Checksum FROM {schema.Name}.Migration", transaction: lease.Transaction))
        .ToDictionary(r => r.Script, r => r.Checksum, StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BatchSeparator();

    private IEnumerable<Migration> ScriptsOf(Schema schema) => Scripts(schema.Dialect).Where(s => s.Schema == schema.Name);

    private async Task<List<string>> MigrateAsync(Schema schema, CancellationToken ct)
    {
        var ran = new List<string>();
        foreach (var script in ScriptsOf(schema))
        {
            await using var lease = await schema.LeaseWriterAsync(ct);
            await CreateJournalAsync(schema, lease);
            var done = await DoneAsync(schema, lease);
            if (done.TryGetValue(script.Key, out var checksum))
            {
                RefuseChanged(script, checksum);
                continue;
            }

            if (script.OutsideTransaction)
                await RunOutsideAsync(schema, script, ct);
            else
                await RunAsync(lease, script, ct);
            await lease.Connection.ExecuteAsync(JournalEntry(schema.Name, script, clock.GetUtcNow()), transaction: lease.Transaction);
            await lease.CommitAsync(ct);
            ran.Add(script.Key);
        }

        return ran;
    }

    private static void RefuseChanged(Migration script, string checksum)
    {
        if (checksum != script.Checksum)
            throw new InvalidOperationException($"The script {script.Key} of {script.Schema} has run before in other words. Scripts that ran are never changed: restore it and add a new one.");
    }

    private static async Task RunOutsideAsync(Schema schema, Migration script, CancellationToken ct)
    {
        await using var lease = await schema.LeaseReaderAsync(ct);
        await RunAsync(lease, script, ct);
    }

    private static async Task RunAsync(Lease lease, Migration script, CancellationToken ct)
    {
        foreach (var batch in BatchSeparator().Split(script.Text).Where(b => !string.IsNullOrWhiteSpace(b)))
            await lease.Connection.ExecuteAsync(new CommandDefinition(batch, transaction: lease.Transaction, cancellationToken: ct));
    }
}

/// <summary>One script.</summary>
internal sealed record Migration(string Schema, string Key, string Text, string Checksum)
{
    /// <summary>True where SQL Server does not run it inside a transaction; it then begins with this remark.</summary>
    public bool OutsideTransaction => Text.StartsWith("-- outside a transaction", StringComparison.Ordinal);
}
