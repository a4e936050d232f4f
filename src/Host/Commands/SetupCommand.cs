using System.CommandLine;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Host.Commands;

/// <summary><c>setup</c>: makes the first administrator of a new installation.</summary>
internal static class SetupCommand
{
    public static Command Make()
    {
        var signIn = new Option<string>("--sign-in") { Description = "What the administrator will sign in with.", Required = true };
        var name = new Option<string>("--name") { Description = "Their name as colleagues know it.", Required = true };
        var password = new Option<bool>("--password-from-input")
        {
            Description = "Reads a password from standard input; otherwise a set-up link is printed that the person chooses one with.",
        };
        var command = new Command("setup", "Makes the first administrator. Only while there is no account at all.") { signIn, name, password };
        command.SetAction((parsed, ct) => Operator.OnStoreAsync(parsed, async (services, token) =>
        {
            var chosen = parsed.GetValue(password) ? await Terminal.AskAsync("Password: ") : null;
            var answer = await services.GetRequiredService<IAccounts>()
                .CreateFirstAdministratorAsync(parsed.GetValue(signIn)!, parsed.GetValue(name)!, chosen, token);
            return await Operator.EndAsync(answer.Done, UserCommands.Words(answer));
        }, ct));
        return command;
    }
}
