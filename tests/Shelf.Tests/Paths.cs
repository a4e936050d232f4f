using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class Paths
{
    private static readonly string[] Parts =
        ["..", ".", "", "a", "plugin.dll", "~", "~root", "C:", "C:evil", "\\", "..\\..", "nul", "COM1.txt", "a.", "a ", "\0", "x\ny", "é", new('a', 90)];

    [Property(MaxTest = 2000)]
    public Property APathThatIsSafe_StaysInItsFolder() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Parts)).Select(p => string.Join('/', p)).ToArbitrary(), StaysInside);

    [Property(MaxTest = 2000)]
    public bool AnyTextThatIsSafe_StaysInItsFolder(NonNull<string> text) => StaysInside(text.Get);

    [Property(MaxTest = 1000)]
    public bool AList_IsReadOrNot_ButNeverBreaksTheReader(byte[] bytes) => FileList.Read(bytes) is null or { Count: >= 0 };

    [Theory]
    [InlineData("plugin.dll")]
    [InlineData("cy/plugin.resources.dll")]
    [InlineData("runtimes/linux-x64/native/lib.so")]
    public void AnOrdinaryPath_IsSafe(string path) => Assert.True(SafePath.IsSafe(path));

    private static bool StaysInside(string path)
    {
        var folder = Path.Combine(Path.GetTempPath(), "plugins", "x");
        return !SafePath.IsSafe(path)
            || (Path.GetFullPath(Path.Combine(folder, path)).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && path.AsSpan().IndexOfAny("\\:\0\n") < 0);
    }
}
