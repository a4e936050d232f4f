using System.Diagnostics;
using System.Text;

namespace PoliceSocial.House.Tests.Style;

public sealed class LeakTests
{
    private static readonly string[] Pictures = [".png", ".ico", ".jpg", ".gif", ".webp", ".woff2"];

    [Fact]
    public async Task TrackedFiles_HoldNoPathAddressOrSecret()
    {
        var files = await TrackedAsync();
        var clone = TheHouse.Root.Count(c => c == '/') > 1 ? new[] { TheHouse.Root + "/" } : [];
        Rule.Holds(files.Where(f => !IsPicture(f) && Path.GetFileName(f) is not ("Leaks.cs" or "LeakTests.cs"))
            .SelectMany(f => Leaks.In(f, File.ReadAllText(Path.Combine(TheHouse.Root, f)), clone)));
    }

    [Fact]
    public async Task TrackedFiles_AreTextOrPictures() => Rule.Holds((await TrackedAsync()).Where(f => !IsPicture(f))
        .Where(f => Array.IndexOf(File.ReadAllBytes(Path.Combine(TheHouse.Root, f)), (byte)0) >= 0)
        .Select(f => $"{f} is binary; make it in the build, or in the test that needs it."));

    [Fact]
    public async Task NoFile_ConfiguresARegistry() => Rule.Holds((await TrackedAsync())
        .Where(f => Path.GetFileName(f).ToLowerInvariant() is "nuget.config" or ".npmrc").Select(f => $"{f}: the machine's own settings know its registries."));

    [Theory]
    [InlineData("var path = \"/home/somebody/file\";", "absolute path")]
    [InlineData("C:\\Users\\somebody", "absolute path")]
    [InlineData("\"resolved\": \"https://example.invalid/a.tgz\"", "lock file")]
    [InlineData("https://registry.npmjs.org/left-pad", "registry")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAoAoGCCqGSM49", "private key")]
    [InlineData("AKIAABCDEFGHIJKLMNOP", "access token")]
    [InlineData("Server=db01;Database=x;User Id=app;Password=hunter2", "password")]
    [InlineData("cd /clone/of/somebody/src", "this very clone")]
    public void ALeak_IsFound(string text, string named) => Rule.Bites(Leaks.In("planted", text, "/clone/of/somebody/"), named);

    [Theory]
    [InlineData("GET /users/{id}/home/")]
    [InlineData("https://example.org/home/user/photo")]
    [InlineData("Server=db01;Database=x;User Id=app;Password=<from the vault>")]
    public void AnOrdinaryLine_IsNotFound(string text) => Rule.Holds(Leaks.In("ordinary", text));

    private static bool IsPicture(string file) => Pictures.Contains(Path.GetExtension(file));

    /// <summary>Every file that git tracks; a copy of the source without git has nothing to check.</summary>
    private static async Task<IReadOnlyList<string>> TrackedAsync()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(TheHouse.Root, ".git")), "This copy of the source has no .git, so nothing says which files are tracked.");
        var start = new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = TheHouse.Root, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        using var git = Process.Start(start)!;
        var output = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(TheHouse.Root, f)))];
    }
}
