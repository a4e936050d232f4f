using System.CommandLine;

namespace PoliceSocial.Host.Tests.CommandLine;

/// <summary>
/// Every command, what it needs, and the act that it leaves. Whoever may run the executable on the server is an operator: what protects
/// a command is what it needs there (the store, the keys), and what it did is in the ledger as theirs.
/// </summary>
public sealed class WhatCommandsNeedTests : IDisposable
{
    private const string Table = """
        setup                | store   | access.create-first-administrator
        user add             | store   | access.add-person
        user disable         | store   | access.disable-person
        user reset           | store   | access.reset-person
        plugin list          | plugins | -
        plugin install       | plugins | -
        plugin remove        | plugins | -
        db migrate           | store   | -
        db script            | modules | -
        audit export         | store   | audit.export-ledger
        audit ico            | store   | audit.extract-for-ico
        audit verify         | nothing | -
        audit rotate-key     | store   | audit.rotate-key
        audit accept-restore | store   | audit.accept-restore
        evidence verify      | nothing | -
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policesocial-needs-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IReadOnlyList<(string Command, string Needs, string Act)> Rows { get; } =
        [.. Table.Split('\n').Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Select(c => (c[0], c[1], c[2]))];

    [Fact]
    public void EveryCommand_HasARow_AndEveryRowACommand()
    {
        var there = Leaves(HostCommand.Make([]), "").ToList();
        Assert.Equal([], there.Except(Rows.Select(r => r.Command)).Select(c => $"{c} has no row: what does it need, and which act does it leave?"));
        Assert.Equal([], Rows.Select(r => r.Command).Except(there).Select(c => $"{c} is no command any more: take its row away."));
    }

    [Fact]
    public async Task EveryActOfACommand_IsAmongTheActs()
    {
        var acts = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "acts.md"), Ct);
        Assert.All(Rows.Where(r => r.Act != "-"), r => Assert.Contains($"| `{r.Act}` |", acts, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CommandThatNeedsNothing_TouchesNoData_AndOneThatNeedsTheStoreDoes()
    {
        foreach (var (command, needs, _) in Rows.Where(r => r.Needs == "nothing"))
        {
            var data = Path.Combine(_folder.FullName, command.Replace(' ', '-'));
            string[] what = command.EndsWith("verify", StringComparison.Ordinal) ? [Path.Combine(_folder.FullName, "none")] : [];
            await Executable.RunApartAsync(Ct, [.. command.Split(' '), .. what, "--data", data]);
            Assert.False(Directory.Exists(data), $"{command} needs {needs} and made a data folder.");
        }

        var store = Path.Combine(_folder.FullName, "store");
        var refused = await Executable.RunApartAsync(Ct, "audit", "ico", "--from", "2026-11-01", "--to", "2026-11-30", "--out", Path.Combine(_folder.FullName, "ico"), "--data", store);
        Assert.Equal(1, refused.Code);
        Assert.Contains("Nothing of the ledger is signed yet", refused.Complained, StringComparison.Ordinal);
        Assert.True(Directory.Exists(store));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [path]
        : command.Subcommands.SelectMany(c => Leaves(c, $"{path} {c.Name}".Trim()));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PoliceSocial.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
