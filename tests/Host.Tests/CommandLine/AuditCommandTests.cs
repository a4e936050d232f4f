using System.Globalization;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.CommandLine;

/// <summary><c>audit export|verify</c> through the real executable: what it says, where, and with which exit code.</summary>
public sealed class AuditCommandTests(TheForce force) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policesocial-audit-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Exported => Path.Combine(_folder.FullName, "export");

    private string Entries => Path.Combine(Exported, "log-0", "entries-000000000000.jsonl");

    [Fact]
    public async Task Verify_OfWhatARunningServiceExports_IsWhole_AndNamesWhatWasDoneToIt()
    {
        await ExportAsync();
        var whole = await VerifyAsync();
        Assert.True(whole.Code == 0, whole.Complained);
        Assert.Contains("The ledger is whole: ", whole.Said, StringComparison.Ordinal);
        Assert.Contains("The public key came with the ledger", whole.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain("came with the ledger", (await VerifyAsync("--key", Path.Combine(Exported, "log.pub"))).Complained, StringComparison.Ordinal);
        Assert.Equal(0, (await VerifyAsync("--checkpoints", Path.Combine(Exported, "log-0", "checkpoints.txt"))).Code);

        var lines = await File.ReadAllLinesAsync(Entries, Ct);
        await WrongAsync([.. lines.Select((l, i) => i == 17 ? l.Replace("\"actorKind\":\"", "\"actorKind\":\"x", StringComparison.Ordinal) : l)], "First wrong entry: 0/17");
        await WrongAsync([.. lines.Where((_, i) => i != 23)], "First wrong entry: 0/23");
        await WrongAsync([.. lines.Take(5), lines[6], lines[5], .. lines.Skip(7)], "First wrong entry: 0/5");
        await WrongAsync([.. lines.Take(10)], "First wrong entry: 0/10");
        await File.WriteAllTextAsync(Entries, string.Join('\n', lines)[..^40], Ct);
        var half = await VerifyAsync();
        Assert.Equal(1, half.Code);
        Assert.Contains("The ledger is NOT whole", half.Complained, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"0/{lines.Length - 1}"), half.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ico_OfARunningService_WritesTheLogOfThePeriod_OnceIntoAFolder()
    {
        var host = await force.GetAsync(Ct);
        string[] ask = ["audit", "ico", "--from", "2020-01-01", "--to", "2099-12-31", "--for", "The Commissioner's office", "--out", Path.Combine(_folder.FullName, "ico"), "--data", host.Data];
        await Eventually.BeSoAsync(async () =>
        {
            await using var ledger = await StoreFile.OpenAsync(host, "audit", Ct);
            return (await ledger.TextsAsync("SELECT CAST(Size AS TEXT) FROM SignedNote WHERE Size > 20", Ct)).Count > 0;
        }, "a checkpoint", Ct);
        var made = await Executable.RunApartAsync(Ct, ask);
        Assert.True(made.Code == 0, made.Complained);
        Assert.Contains("It rests on the checkpoint of size", made.Said, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "ico", "entries.csv"), Ct);
        Assert.Contains(lines, l => l.Contains(",collection,Inbox.ItemCaptured,", StringComparison.Ordinal));
        Assert.All(lines.Skip(1), l => Assert.Matches("^[0-9]+,", l));

        var again = await Executable.RunApartAsync(Ct, ask);
        Assert.Equal(1, again.Code);
        Assert.Contains("is not empty", again.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithAKeyThatIsNotTheLedgers_SaysThatItWasForged()
    {
        await ExportAsync();
        var wrong = Path.Combine(_folder.FullName, "wrong.pub");
        await File.WriteAllTextAsync(wrong, $"{LogKey.Generate("policesocial.local/ledger").Public}\n", Ct);

        var answer = await VerifyAsync("--key", wrong);

        Assert.Equal(1, answer.Code);
        Assert.Contains("is not signed by the ledger's key", answer.Complained, StringComparison.Ordinal);
        Assert.Empty(answer.Said);
    }

    [Theory]
    [InlineData("log-0/leaf-hashes.bin", "is missing")]
    [InlineData("log-0/checkpoints.txt", "is missing")]
    [InlineData("log.pub", "There is no readable public key")]
    public async Task Verify_OfAHalfWrittenExport_SaysWhatIsMissing(string file, string words)
    {
        await ExportAsync();
        File.Delete(Path.Combine(Exported, file));

        var answer = await VerifyAsync();

        Assert.Equal(1, answer.Code);
        Assert.Contains(words, answer.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfWhatIsNotThere_SaysWhatToGive()
    {
        await SaysAsync("There is no folder", "audit", "verify", Path.Combine(_folder.FullName, "nowhere"));
        await SaysAsync("The ledger could not be read", "audit", "verify", _folder.FullName, "--key", Path.Combine(_folder.FullName, "no.pub"));
        var text = Path.Combine(_folder.FullName, "text.txt");
        await File.WriteAllTextAsync(text, "not a key\n", Ct);
        await SaysAsync("holds no public key", "audit", "verify", _folder.FullName, "--key", text);
        await SaysAsync("holds something that is no checkpoint", "audit", "verify", _folder.FullName, "--checkpoints", text);
        await SaysAsync("holds no certificate", "audit", "verify", _folder.FullName, "--authority", text);
        await SaysAsync("There is no readable public key", "audit", "verify", _folder.FullName);
    }

    [Fact]
    public async Task Export_BeforeTheServiceEverRan_OrIntoAFolderInUse_SaysWhatToDo()
    {
        await SaysAsync("Start the service once", "audit", "export", "--data", Path.Combine(_folder.FullName, "data"), "--out", Exported);
        Directory.CreateDirectory(Exported);
        await File.WriteAllTextAsync(Path.Combine(Exported, "mine.txt"), "mine", Ct);
        var host = await force.GetAsync(Ct);
        await SaysAsync("Choose an empty folder", "audit", "export", "--data", host.Data, "--out", Exported);
        Assert.Single(Directory.EnumerateFileSystemEntries(Exported));
    }

    [Fact]
    public async Task RotateKeyAndAcceptRestore_WithNothingToDo_SaySo()
    {
        var data = Path.Combine(_folder.FullName, "data");
        await SaysAsync("Nothing is signed yet", "audit", "rotate-key", "--data", data, "--reason", "early");
        await SaysAsync("nothing to answer for", "audit", "accept-restore", "--data", data, "--reason", "early");
        await SaysAsync("--reason", "audit", "rotate-key", "--data", data);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task SaysAsync(string words, params IEnumerable<string> arguments)
    {
        var answer = await Executable.RunApartAsync(Ct, arguments);
        Assert.NotEqual(0, answer.Code);
        Assert.Contains(words, answer.Complained, StringComparison.Ordinal);
    }

    private async Task ExportAsync()
    {
        var host = await force.GetAsync(Ct);
        var answer = await Executable.RunApartAsync(Ct, "audit", "export", "--data", host.Data, "--out", Exported, "--to", "the tests");
        Assert.True(answer.Code == 0, answer.Complained);
        Assert.Contains("Check it with: policesocial audit verify", answer.Said, StringComparison.Ordinal);
    }

    private Task<(int Code, string Said, string Complained)> VerifyAsync(params IEnumerable<string> more) =>
        Executable.RunApartAsync(Ct, ["audit", "verify", Exported, .. more]);

    private async Task WrongAsync(string[] lines, string words)
    {
        await File.WriteAllTextAsync(Entries, string.Concat(lines.Select(l => l + "\n")), Ct);
        var answer = await VerifyAsync();
        Assert.Equal(1, answer.Code);
        Assert.Contains(words, answer.Complained, StringComparison.Ordinal);
        Assert.Contains("Keep these files as they are", answer.Complained, StringComparison.Ordinal);
        Assert.Empty(answer.Said);
    }
}
