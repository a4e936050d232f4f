using System.CommandLine;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Host.Commands;

/// <summary><c>plugin list|install|remove</c>: the shelf on disk. A running service notices within seconds.</summary>
internal static class PluginCommands
{
    public static Command Make() => new("plugin", "Connectors: list, install, remove.") { List(), Install(), Remove() };

    private static Command List()
    {
        var command = new Command("list", "Lists every plugin with its versions; a star marks the one in use.");
        command.SetAction((parsed, ct) => Operator.RunAsync(parsed, async (services, _) =>
        {
            foreach (var entry in services.GetRequiredService<ShelfCatalogue>().List())
            {
                var versions = entry.Versions.Select(v => $"{v.Version}{(v == entry.Chosen ? "*" : "")}{(v.Bundled ? " (came with PoliceSocial)" : "")}");
                await Terminal.SayAsync($"{entry.Id,-24} {string.Join(", ", versions)}{(entry.Chosen is null ? "  removed" : "")}");
            }

            return 0;
        }, ct));
        return command;
    }

    private static Command Install()
    {
        var what = new Argument<string>("package") { Description = "A folder, a zip, or id@version to go back to a version that is there." };
        var command = new Command("install", "Checks a plugin and puts it into use.") { what };
        command.SetAction((parsed, ct) => Operator.RunAsync(parsed, async (services, token) =>
            await services.GetRequiredService<PluginInstall>().RunAsync(parsed.GetValue(what)!, token) switch
            {
                InstallOutcome.Installed installed => await Operator.EndAsync(
                    true, $"{installed.Version} is installed{(installed.Signer is { } signer ? $", signed by {signer}" : "")}. A running service takes it up within seconds."),
                InstallOutcome.Refused refused => await Operator.EndAsync(false, refused.Why),
                _ => throw new InvalidOperationException("The shelf gave an answer that is not known here."),
            }, ct));
        return command;
    }

    private static Command Remove()
    {
        var id = new Argument<string>("id") { Description = "The plugin's id." };
        var command = new Command("remove", "Takes a plugin out of use; its channels' history stays.") { id };
        command.SetAction((parsed, ct) => Operator.RunAsync(parsed, (services, _) =>
        {
            var done = services.GetRequiredService<ShelfCatalogue>().Remove(parsed.GetValue(id)!);
            return Operator.EndAsync(done, done
                ? $"{parsed.GetValue(id)} is out of use. A running service lets it go within seconds."
                : $"There is no plugin {parsed.GetValue(id)}: `plugin list` names those that there are.");
        }, ct));
        return command;
    }
}
