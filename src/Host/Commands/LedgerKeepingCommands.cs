using System.CommandLine;
using PoliceSocial.Contracts.Audit;

namespace PoliceSocial.Host.Commands;

/// <summary><c>audit rotate-key|accept-restore</c>: what keeps the ledger going. A running service notices within seconds.</summary>
internal static class LedgerKeepingCommands
{
    public static Command RotateKey()
    {
        var reason = Reason();
        var lost = new Option<bool>("--lost") { Description = "The key in use is lost and can sign nothing. Whoever verifies must then be given the new log.pub." };
        var command = new Command("rotate-key", "Has a new key sign the ledger. The old one signs that, and what it signed stays provable.") { reason, lost };
        command.SetAction((parsed, ct) => RunAsync(parsed, (k, token) => k.RotateKeyAsync(parsed.GetValue(reason)!, parsed.GetValue(lost), token), ct));
        return command;
    }

    public static Command AcceptRestore()
    {
        var reason = Reason();
        var command = new Command("accept-restore", "Answers for an older backup that had to be restored, so that the ledger goes on from it. Every later verification says so.") { reason };
        command.SetAction((parsed, ct) => RunAsync(parsed, (k, token) => k.AcceptRestoreAsync(parsed.GetValue(reason)!, token), ct));
        return command;
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why; it is kept in the ledger.", Required = true };

    private static Task<int> RunAsync(ParseResult parsed, Func<ILedgerKeeping, CancellationToken, Task<LedgerKeepingAnswer>> run, CancellationToken ct) =>
        Operator.OnStoreAsync(parsed, async (services, token) =>
        {
            var answer = await run(services.GetRequiredService<ILedgerKeeping>(), token);
            return await Operator.EndAsync(answer.Done, answer.Sentence);
        }, ct);
}
