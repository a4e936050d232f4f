using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PoliceSocial.Bag.Verify;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Host.Commands;

/// <summary><c>evidence verify</c>: checks an evidence bag anywhere, without a service, a database or a network.</summary>
internal static class EvidenceCommands
{
    private const int Shown = 200;

    public static Command Make() => new("evidence", "Evidence bags: check one offline.") { Verify() };

    private static Command Verify()
    {
        var bag = new Argument<string>("bag") { Description = "The bag: the zip, or the folder that it was unpacked to." };
        var fingerprint = new Option<string?>("--fingerprint") { Description = "SHA-256 of the force's certificate, in hexadecimal, as the force gave it to you." };
        var trust = new Option<string[]>("--trust") { Description = "A file of certificates (PEM) that the force's and the time-stamp authorities' must lead to. May be given several times." };
        var key = new Option<string?>("--ledger-key") { Description = "A copy of the ledger's log.pub that was kept elsewhere. Without it the bag's own copy is used, which a forger could have replaced." };
        var command = new Command(
            "verify",
            "Checks structure, every file against both manifests, signature, time-stamps and the ledger's proofs, and names what was changed, added, removed or renamed. Exit code 0: sound; 1: something is wrong; 2: it could not be read at all.")
        {
            bag, fingerprint, trust, key,
        };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(bag)!, parsed.GetValue(fingerprint), parsed.GetValue(trust) ?? [], parsed.GetValue(key), ct));
        return command;
    }

    private static async Task<int> RunAsync(string bag, string? fingerprint, string[] trust, string? keyPath, CancellationToken ct)
    {
        try
        {
            if (!File.Exists(bag) && !Directory.Exists(bag))
                return await UnreadableAsync($"There is no bag {bag}. Name its zip, or the folder that it was unpacked to.");
            var keys = keyPath is null ? null : KeyRing.Read(await File.ReadAllTextAsync(keyPath, ct));
            if (keyPath is not null && keys is null)
                return await UnreadableAsync($"{keyPath} holds no public key. Give a copy of the ledger's log.pub.");
            return await ReportAsync(await BagVerifier.VerifyAsync(bag, new() { Fingerprint = Plain(fingerprint), Trusted = Certificates(trust), LedgerKeys = keys }, ct));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return await UnreadableAsync($"The bag could not be checked: {e.Message}");
        }
    }

    private static async Task<int> ReportAsync(BagReport report)
    {
        foreach (var notice in report.Notices)
            await Terminal.ComplainAsync($"Note: {notice}");
        foreach (var finding in report.Findings.Take(Shown))
            await Terminal.ComplainAsync(finding.What);
        if (report.Findings.Count > Shown)
            await Terminal.ComplainAsync(string.Create(CultureInfo.InvariantCulture, $"… and {report.Findings.Count - Shown} more."));
        if (!report.IsSound)
            return await Operator.EndAsync(false, "The bag is NOT sound. Keep it as it is, and ask the force for another copy.");
        foreach (var stamp in report.Stamps)
            await Terminal.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{stamp.Authority} states that it existed on {stamp.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC."));
        var reference = report.Info.LastOrDefault(l => l.Key == "External-Identifier").Value ?? "without a reference";
        return await Operator.EndAsync(true, string.Create(
            CultureInfo.InvariantCulture,
            $"The bag {reference} is sound: {report.Files} files of {report.Bytes:N0} bytes, the signature, {report.Stamps.Count} time-stamps and {report.Entries} entries of the ledger."));
    }

    private static async Task<int> UnreadableAsync(string sentence)
    {
        await Terminal.ComplainAsync(sentence);
        return 2;
    }

    private static List<X509Certificate2> Certificates(string[] files)
    {
        var all = new X509Certificate2Collection();
        foreach (var file in files)
            all.ImportFromPemFile(file);
        return [.. all];
    }

    /// <summary>A fingerprint as people hand it on: with colons, spaces and capitals.</summary>
    private static string? Plain(string? fingerprint) =>
        fingerprint is null ? null : string.Concat(fingerprint.Where(char.IsAsciiHexDigit)).ToLowerInvariant();
}
