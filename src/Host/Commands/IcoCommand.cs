using System.CommandLine;
using System.Globalization;
using PoliceSocial.Contracts.Audit;

namespace PoliceSocial.Host.Commands;

/// <summary><c>audit ico</c>: what section 62 of the Data Protection Act 2018 asks to be logged, for any period.</summary>
internal static class IcoCommand
{
    public static Command Make()
    {
        var from = new Option<DateOnly>("--from") { Description = "The first day, as 2026-01-31.", Required = true };
        var to = new Option<DateOnly>("--to") { Description = "The last day.", Required = true };
        var folder = new Option<string>("--out") { Description = "An empty folder, or one that does not exist yet.", Required = true };
        var recipient = new Option<string>("--for") { Description = "Who it is for; it is kept in the ledger.", DefaultValueFactory = _ => "The Information Commissioner" };
        var command = new Command("ico", "Writes every collection, alteration, consultation, disclosure, combination and erasure of a period (Data Protection Act 2018, s.62) as a table and a summary. The service may go on meanwhile.")
        {
            from, to, folder, recipient,
        };
        command.SetAction((parsed, ct) => Operator.OnStoreAsync(parsed, async (services, token) =>
        {
            var folderName = parsed.GetValue(folder)!;
            var summary = await services.GetRequiredService<IIcoExtract>().WriteAsync(folderName, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(recipient)!, token);
            return await Operator.EndAsync(true, Words(summary, folderName));
        }, ct));
        return command;
    }

    private static string Words(IcoExtractSummary summary, string folder)
    {
        var wrote = string.Create(CultureInfo.InvariantCulture, $"{folder} holds {summary.Entries} entries (entries.csv) and a summary (summary.html). It rests on the checkpoint of size {summary.Size} with the root {summary.Root}.");
        return summary.NotSigned == 0
            ? wrote
            : string.Create(CultureInfo.InvariantCulture, $"{wrote} {summary.NotSigned} more of the period are not signed yet and not in it: run this again in a minute.");
    }
}
