namespace PoliceSocial.Host.Tests.CommandLine;

/// <summary>The other commands through the real executable: help, exit codes, and a sentence on standard error that says what to do.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policesocial-commands-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Without a command it serves")]
    [InlineData("setup", "Makes the first administrator")]
    [InlineData("user", "People who may sign in")]
    [InlineData("user add", "prints their set-up link")]
    [InlineData("user disable", "lets them in no more")]
    [InlineData("user reset", "prints a set-up link")]
    [InlineData("plugin", "Connectors")]
    [InlineData("plugin list", "a star marks the one in use")]
    [InlineData("plugin install", "Checks a plugin")]
    [InlineData("plugin remove", "Takes a plugin out of use")]
    [InlineData("db", "The database's schemas")]
    [InlineData("db migrate", "Brings every schema up to date")]
    [InlineData("db script", "--append-only")]
    [InlineData("audit", "keep it going")]
    [InlineData("audit export", "--out")]
    [InlineData("audit ico", "Data Protection Act 2018")]
    [InlineData("audit verify", "Exit code 0 only when it is whole")]
    [InlineData("audit rotate-key", "--lost")]
    [InlineData("audit accept-restore", "older backup")]
    public async Task Help_OfEachCommand_ExplainsItAndSucceeds(string command, string words)
    {
        var answer = await Executable.RunApartAsync(Ct, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.True(answer.Code == 0, answer.Complained);
        Assert.Contains(words, answer.Said, StringComparison.Ordinal);
        Assert.Empty(answer.Complained);
    }

    [Fact]
    public async Task People_FromAnEmptyFolder_AreSetUpAddedDisabledAndReset()
    {
        await DoesAsync("is the first administrator", "setup", "--sign-in", "chief", "--name", "Ann Chief");
        await RefusesAsync("There are accounts already", "setup", "--sign-in", "other", "--name", "Other");
        await RefusesAsync("--name", "setup", "--sign-in", "other");
        await DoesAsync("/sign-in/set-up/", "user", "add", "rees", "--name", "PC Sian Rees", "--role", "Digital desk operator");
        await RefusesAsync("There is no role Nobody", "user", "add", "moss", "--name", "Tom Moss", "--role", "Nobody");
        await RefusesAsync("Nobody was added", "user", "add", "moss", "--name", "Tom Moss", "--role", "Administrator", "--role", "Analyst");
        await DoesAsync("moss", "user", "add", "moss", "--name", "moss");
        await RefusesAsync("Nobody signs in as nobody", "user", "disable", "nobody", "--reason", "left");
        await RefusesAsync("--reason", "user", "disable", "rees");
        await DoesAsync("can no longer sign in", "user", "disable", "rees", "--reason", "left");
        await DoesAsync("/sign-in/set-up/", "user", "reset", "rees");
        await RefusesAsync("Nobody signs in as nobody", "user", "reset", "nobody");
    }

    [Fact]
    public async Task Database_IsMigratedOnce_AndScriptedForChangeControl()
    {
        await DoesAsync("audit", "db", "migrate");
        await DoesAsync("Every schema is up to date", "db", "migrate");
        var script = await Executable.RunApartAsync(Ct, "db", "script", "--append-only", "--data", _folder.FullName);
        Assert.Equal(0, script.Code);
        Assert.Contains("CREATE TABLE audit.Entry", script.Said, StringComparison.Ordinal);
        Assert.Contains("APPEND_ONLY = ON", script.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("APPEND_ONLY = ON))", (await Executable.RunApartAsync(Ct, "db", "script", "--data", _folder.FullName)).Said.Replace("-- ", "", StringComparison.Ordinal).Split("CREATE TABLE audit.Turn")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugins_AreListed_AndWhatIsNotThereIsRefused()
    {
        await DoesAsync("rehearsal", "plugin", "list");
        await RefusesAsync("no plugin nothing", "plugin", "remove", "nothing");
        await RefusesAsync("nowhere.zip", "plugin", "install", Path.Combine(_folder.FullName, "nowhere.zip"));
        await RefusesAsync("is not on the shelf", "plugin", "install", "rehearsal@99.0.0");
        await DoesAsync("is out of use", "plugin", "remove", "rehearsal");
        await DoesAsync("removed", "plugin", "list");
    }

    [Fact]
    public async Task Command_WhoseDataFolderCannotBeMade_SaysSo()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Ct);
        var answer = await Executable.RunApartAsync(Ct, "db", "migrate", "--data", Path.Combine(file, "data"));
        Assert.Equal(1, answer.Code);
        Assert.StartsWith("Nothing was done: ", answer.Complained, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task DoesAsync(string words, params string[] arguments)
    {
        var answer = await Executable.RunApartAsync(Ct, [.. arguments, "--data", _folder.FullName]);
        Assert.True(answer.Code == 0, $"{string.Join(' ', arguments)}: {answer.Complained}");
        Assert.Contains(words, answer.Said, StringComparison.Ordinal);
    }

    private async Task RefusesAsync(string words, params string[] arguments)
    {
        var answer = await Executable.RunApartAsync(Ct, [.. arguments, "--data", _folder.FullName]);
        Assert.True(answer.Code != 0, $"{string.Join(' ', arguments)} succeeded: {answer.Said}");
        Assert.Contains(words, answer.Complained, StringComparison.Ordinal);
    }
}
