using System.CommandLine;
using PoliceSocial.Host.Commands;
using PoliceSocial.Host.Serving;

namespace PoliceSocial.Host;

/// <summary>The executable's command line: without a command it serves.</summary>
internal static class HostCommand
{
    public static Task<int> RunAsync(string[] args) => Make(args).Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });

    /// <summary>All commands.</summary>
    /// <param name="args">What serving takes as configuration.</param>
    public static RootCommand Make(string[] args)
    {
        var data = new Option<string>("--data")
        {
            Description = "The folder for the store, keys, media and plugins.",
            DefaultValueFactory = _ => "data",
            Recursive = true,
        };
        var urls = new Option<string?>("--urls") { Description = "Where to listen, for example http://localhost:5080; several separated by semicolons." };
        var root = new RootCommand("PoliceSocial: every social media channel of a police force in one place. Without a command it serves.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Options.Add(data);
        root.Options.Add(urls);
        root.Subcommands.Add(SetupCommand.Make());
        root.Subcommands.Add(UserCommands.Make());
        root.Subcommands.Add(PluginCommands.Make());
        root.Subcommands.Add(DbCommands.Make());
        root.Subcommands.Add(AuditCommands.Make());
        root.Subcommands.Add(EvidenceCommands.Make());
        root.SetAction((_, ct) => WebHost.ServeAsync(args, ct));
        return root;
    }
}
