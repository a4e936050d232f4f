using System.IO.Compression;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class Packages : IAsyncLifetime
{
    private readonly RunningShelf _shelf = new();
    private readonly string _folder = Fixture.Package();

    private string Zip => _folder + ".zip";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        File.Delete(Zip);
        await _shelf.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Install_PutsAPackageOnTheShelf_AndChoosesIt(bool zipped)
    {
        if (zipped)
            ZipFile.CreateFromDirectory(_folder, Zip);

        var installed = Assert.IsType<InstallOutcome.Installed>(await InstallAsync(zipped ? Zip : _folder));

        Assert.Equal(Path.Combine(_shelf.Folder, "plugins", "good", "1.0.0"), installed.Version.Folder);
        Assert.Equal(installed.Version, _shelf.Catalogue.Find("good").Chosen);
        Assert.Equal(Directory.GetFiles(_folder).Length, Directory.GetFiles(installed.Version.Folder).Length);
        Assert.Empty(Directory.GetFileSystemEntries(_shelf.Options.StagingFolder));
    }

    [Fact]
    public async Task Install_NeverWritesOverAVersion_ButCanChooseIt()
    {
        await InstallAsync(_folder);
        var dll = Path.Combine(_shelf.Folder, "plugins", "good", "1.0.0", "PoliceSocial.Good.dll");
        var before = File.GetLastWriteTimeUtc(dll);

        Assert.Contains("never written over", await RefusalAsync(_folder), StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(dll));
        _shelf.Catalogue.Remove("good");
        Assert.Null(_shelf.Catalogue.Find("good").Chosen);
        Assert.IsType<InstallOutcome.Installed>(await InstallAsync("good@1.0.0"));
        Assert.Equal("1.0.0", _shelf.Catalogue.Find("good").Chosen?.Version);
        Assert.Contains("not on the shelf", await RefusalAsync("good@9.9.9"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("C:\\evil.txt")]
    [InlineData("//server/evil.txt")]
    public async Task Install_OfAZipThatReachesOutside_WritesNothingAnywhere(string name)
    {
        Make(z => Write(z, name, "evil"));

        Assert.Contains("name is not allowed", await RefusalAsync(Zip), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_shelf.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Install_OfAZipWithALink_IsRefused()
    {
        Make(z =>
        {
            var link = z.CreateEntry("link");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = new StreamWriter(link.Open());
            target.Write("/etc/passwd");
        });
        Assert.Contains("link to somewhere else", await RefusalAsync(Zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_OfAZipWithTheSameFileTwice_IsRefused()
    {
        Make(z =>
        {
            Write(z, "A.dll", "1");
            Write(z, "a.dll", "2");
        });
        Assert.Contains("twice", await RefusalAsync(Zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_OfAZipThatUnpacksToTooMuch_IsRefused_AndLeavesNothing()
    {
        Make(z =>
        {
            using var stream = z.CreateEntry("bomb.bin", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var written = 0L; written <= PackageLimits.MostBytes; written += zeros.Length)
                stream.Write(zeros);
        });
        Assert.Contains("larger than", await RefusalAsync(Zip), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_shelf.Options.StagingFolder));
    }

    [Fact]
    public async Task Install_OfAZipWithTooManyFiles_IsRefused()
    {
        Make(z =>
        {
            foreach (var n in Enumerable.Range(0, PackageLimits.MostFiles + 1))
                Write(z, $"{n}.txt", "");
        });
        Assert.Contains("more than", await RefusalAsync(Zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_OfSomethingThatIsNoPackage_SaysSo()
    {
        await File.WriteAllTextAsync(Zip, "not a zip", TestContext.Current.CancellationToken);
        Assert.NotEmpty(await RefusalAsync(Zip));
        Assert.Contains("There is no package", await RefusalAsync(Zip + ".missing"), StringComparison.Ordinal);
    }

    private Task<InstallOutcome> InstallAsync(string what) => _shelf.Get<PluginInstall>().RunAsync(what, TestContext.Current.CancellationToken);

    private async Task<string> RefusalAsync(string what) => Assert.IsType<InstallOutcome.Refused>(await InstallAsync(what)).Why;

    private void Make(Action<ZipArchive> fill)
    {
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Create);
        fill(zip);
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
