using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Host.Commands;

/// <summary><c>audit export|verify</c>: the ledger as files, and checking such files anywhere, without a service or a database.</summary>
internal static class AuditCommands
{
    public static Command Make() => new("audit", "The audit ledger: export it, verify an export, and keep it going.")
    {
        Export(), Verify(), IcoCommand.Make(), LedgerKeepingCommands.RotateKey(), LedgerKeepingCommands.AcceptRestore(),
    };

    private static Command Export()
    {
        var folder = new Option<string>("--out") { Description = "An empty folder, or one that does not exist yet.", Required = true };
        var recipient = new Option<string>("--to")
        {
            Description = "Who the export is for; it is kept in the ledger.",
            DefaultValueFactory = _ => "the operator at the command line",
        };
        var command = new Command("export", "Writes the whole ledger with its checkpoints and public key. The service may go on meanwhile.") { folder, recipient };
        command.SetAction((parsed, ct) => Operator.OnStoreAsync(parsed, async (services, token) =>
        {
            var summary = await services.GetRequiredService<ILedgerExport>().ExportAsync(parsed.GetValue(folder)!, parsed.GetValue(recipient)!, token);
            return await Operator.EndAsync(summary.Missing == 0, Words(summary, parsed.GetValue(folder)!));
        }, ct));
        return command;
    }

    private static string Words(LedgerExportSummary summary, string folder)
    {
        var wrote = string.Create(CultureInfo.InvariantCulture, $"{folder} holds {summary.Entries} entries and {summary.Checkpoints} checkpoints.");
        return summary.Missing == 0
            ? $"{wrote} Check it with: policesocial audit verify {folder}"
            : string.Create(CultureInfo.InvariantCulture, $"{wrote} {summary.Missing} entries are missing from the database or cannot be read. Keep the database as it is, and name the first of them with: policesocial audit verify {folder}");
    }

    private static Command Verify()
    {
        var folder = new Argument<string>("folder") { Description = "An exported ledger." };
        var key = new Option<string?>("--key") { Description = "A copy of log.pub that was kept elsewhere. Without it the folder's own key is used, which a forger could have replaced." };
        var kept = new Option<string?>("--checkpoints") { Description = "Checkpoints that were kept elsewhere: finds out whether an older copy was put in the ledger's place." };
        var authority = new Option<string?>("--authority") { Description = "Certificates (PEM) of the time-stamping authorities that you trust. Without it time-stamps are checked, and whoever signed them is named." };
        var command = new Command("verify", "Checks an exported ledger offline and names the first wrong entry. Exit code 0 only when it is whole.") { folder, key, kept, authority };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(key), parsed.GetValue(kept), parsed.GetValue(authority), ct));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? keyPath, string? keptPath, string? authorityPath, CancellationToken ct)
    {
        try
        {
            if (!Directory.Exists(folder))
                return await Operator.EndAsync(false, $"There is no folder {folder}. Name the folder that `audit export` wrote.");
            var keys = keyPath is null ? null : KeyRing.Read(await File.ReadAllTextAsync(keyPath, ct));
            if (keyPath is not null && keys is null)
                return await Operator.EndAsync(false, $"{keyPath} holds no public key. Give a copy of the ledger's log.pub.");
            var expected = keptPath is null ? [] : LedgerVerifier.ReadCheckpoints(keptPath);
            if (expected is null)
                return await Operator.EndAsync(false, $"{keptPath} holds something that is no checkpoint. Give a copy of checkpoints.txt.");
            var authorities = new X509Certificate2Collection();
            if (authorityPath is not null)
                authorities.ImportFromPemFile(authorityPath);
            if (authorityPath is not null && authorities.Count == 0)
                return await Operator.EndAsync(false, $"{authorityPath} holds no certificate. Give the authority's certificate as PEM.");
            return await ReportAsync(LedgerVerifier.Verify(folder, new() { TrustedKeys = keys, Expected = expected, Authorities = authorities }, ct));
        }
        catch (CryptographicException)
        {
            return await Operator.EndAsync(false, $"{authorityPath} holds no certificate. Give the authority's certificate as PEM.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await Operator.EndAsync(false, $"The ledger could not be read: {e.Message}");
        }
    }

    private static async Task<int> ReportAsync(VerificationReport report)
    {
        foreach (var notice in report.Notices)
            await Terminal.ComplainAsync($"Note: {notice.What}");
        if (report.Fault is { } fault)
            return await Operator.EndAsync(false, $"The ledger is NOT whole. {fault.What} {Where(fault)}Keep these files as they are, and export again from a copy of the database that you trust.");
        return await Operator.EndAsync(true, string.Create(
            CultureInfo.InvariantCulture,
            $"The ledger is whole: {report.Entries} entries, {report.Checkpoints} signed checkpoints, {report.Stamped} time-stamps, {report.Erased} entries with details erased as recorded, {report.Tail} entries not signed yet."));
    }

    private static string Where(Fault fault) => fault.IsExact
        ? string.Create(CultureInfo.InvariantCulture, $"First wrong entry: {fault.Log}/{fault.First}. ")
        : string.Create(CultureInfo.InvariantCulture, $"First wrong entry: between {fault.Log}/{fault.First} and {fault.Log}/{fault.Last}. ");
}
