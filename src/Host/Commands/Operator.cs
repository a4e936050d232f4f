using System.CommandLine;
using System.Globalization;
using PoliceSocial.Host.Serving;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Host.Commands;

/// <summary>Runs a command of an operator on the same services that the host serves with, without serving.</summary>
internal static class Operator
{
    /// <summary>Runs it over a migrated store; an error becomes a sentence on standard error and exit code 1.</summary>
    public static Task<int> OnStoreAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> run, CancellationToken ct) =>
        RunAsync(parsed, async (services, token) =>
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(token);
            return await run(services, token);
        }, ct);

    /// <summary>Runs it; an error becomes a sentence on standard error and exit code 1.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> run, CancellationToken ct)
    {
        try
        {
            await using var app = WebHost.Build(["--data", parsed.GetValue<string>("--data")!, "--Logging:LogLevel:Default", "Warning"]);
            return await run(app.Services, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or System.Data.Common.DbException)
        {
            await Terminal.ComplainAsync(string.Create(CultureInfo.InvariantCulture, $"Nothing was done: {e.Message}"));
            return 1;
        }
    }

    /// <summary>Says it on the right stream, and gives the exit code.</summary>
    public static async Task<int> EndAsync(bool done, string sentence)
    {
        if (done)
            await Terminal.SayAsync(sentence);
        else
            await Terminal.ComplainAsync(sentence);
        return done ? 0 : 1;
    }
}
