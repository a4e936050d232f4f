using System.CommandLine;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Host.Commands;

/// <summary><c>user add|disable|reset</c>: people, from the server's command line.</summary>
internal static class UserCommands
{
    public static Command Make()
    {
        var signIn = new Argument<string>("sign-in") { Description = "What the person signs in with." };
        return new Command("user", "People who may sign in.") { Add(signIn), Disable(signIn), Reset(signIn) };
    }

    /// <summary>The answer, with the set-up link where there is one.</summary>
    public static string Words(AccountAnswer answer) => answer.SetupPath is { } path
        ? $"{answer.Sentence}{Environment.NewLine}Give them this link, which works once: {path} (after the service's own address)."
        : answer.Sentence;

    private static Command Add(Argument<string> signIn)
    {
        var name = new Option<string>("--name") { Description = "Their name as colleagues know it.", Required = true };
        var roles = new Option<string[]>("--role") { Description = "The name of a role; may be given several times." };
        var command = new Command("add", "Adds a person, and prints their set-up link.") { signIn, name, roles };
        command.SetAction((parsed, ct) => RunAsync(
            parsed, (a, token) => a.AddPersonAsync(parsed.GetValue(signIn)!, parsed.GetValue(name)!, parsed.GetValue(roles) ?? [], token), ct));
        return command;
    }

    private static Command Disable(Argument<string> signIn)
    {
        var reason = new Option<string>("--reason") { Description = "Why; it is kept in the ledger.", Required = true };
        var command = new Command("disable", "Ends a person's sessions and lets them in no more.") { signIn, reason };
        command.SetAction((parsed, ct) => RunAsync(
            parsed, (a, token) => a.DisablePersonAsync(parsed.GetValue(signIn)!, parsed.GetValue(reason)!, token), ct));
        return command;
    }

    private static Command Reset(Argument<string> signIn)
    {
        var command = new Command("reset", "Takes a person's password and second factor away, and prints a set-up link.") { signIn };
        command.SetAction((parsed, ct) => RunAsync(parsed, (a, token) => a.ResetPersonAsync(parsed.GetValue(signIn)!, token), ct));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, Func<IAccounts, CancellationToken, Task<AccountAnswer>> run, CancellationToken ct) =>
        Operator.OnStoreAsync(parsed, async (services, token) =>
        {
            var answer = await run(services.GetRequiredService<IAccounts>(), token);
            return await Operator.EndAsync(answer.Done, Words(answer));
        }, ct);
}
