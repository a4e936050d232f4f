using System.CommandLine;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Host.Commands;

/// <summary><c>db migrate|script</c>: the schemas.</summary>
internal static class DbCommands
{
    public static Command Make() => new("db", "The database's schemas.") { Migrate(), Script() };

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings every schema up to date, and says what it ran.");
        command.SetAction((parsed, ct) => Operator.RunAsync(parsed, async (services, token) =>
        {
            var ran = await services.GetRequiredService<Migrator>().MigrateAsync(token);
            return await Operator.EndAsync(true, ran.Count == 0 ? "Every schema is up to date." : string.Join(Environment.NewLine, ran));
        }, ct));
        return command;
    }

    private static Command Script()
    {
        var appendOnly = new Option<bool>("--append-only") { Description = "Makes the ledger's tables append-only ledger tables; needs SQL Server 2022 or later." };
        var command = new Command("script", "Prints the T-SQL that brings an empty SQL Server database up to date, for change control.") { appendOnly };
        command.SetAction((parsed, ct) => Operator.RunAsync(parsed, async (services, _) =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var script in services.GetRequiredService<Migrator>().Scripts(Dialect.SqlServer))
            {
                if (seen.Add(script.Schema))
                    await Terminal.SayAsync($"-- {script.Schema}{Environment.NewLine}{Migrator.Journal(script.Schema, Dialect.SqlServer)}{Environment.NewLine}GO");
                await Terminal.SayAsync($"-- {script.Key}{Environment.NewLine}{(parsed.GetValue(appendOnly) ? AppendOnly.In(script.Text) : script.Text)}{Environment.NewLine}GO");
                await Terminal.SayAsync($"{Migrator.JournalEntry(script.Schema, script, clock.GetUtcNow())};{Environment.NewLine}GO");
            }

            return 0;
        }, ct));
        return command;
    }
}
