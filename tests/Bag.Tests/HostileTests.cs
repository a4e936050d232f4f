using System.IO.Compression;
using System.Text;
using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Tests;

/// <summary>A zip that is made to do harm is refused before anything of it is unpacked.</summary>
public sealed class HostileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("bag/../../etc/passwd")]
    [InlineData("../evil")]
    [InlineData("/etc/passwd")]
    [InlineData("bag//x")]
    [InlineData("bag/./x")]
    [InlineData("C:/windows/x")]
    [InlineData("bag\\..\\x")]
    [InlineData("bag/x\0.txt")]
    [InlineData("bag/x\n.txt")]
    [InlineData("bag/NUL")]
    [InlineData("bag/com1.txt")]
    [InlineData("bag/trailing.")]
    [InlineData("bag/trailing ")]
    [InlineData("bag/a:stream")]
    [InlineData("bag/cafe\u0301.txt")]
    [InlineData("bag/folder/")]
    [InlineData("elsewhere.txt")]
    public async Task Verify_WhenANameIsHostile_Refuses(string name) => await RefusedAsync(("bag/bagit.txt", "x"), (name, "x"));

    [Theory]
    [InlineData("bag/data/a.txt", "bag/data/a.txt")]
    [InlineData("bag/data/a.txt", "bag/data/A.TXT")]
    [InlineData("bag/data/a", "bag/data/A/b")]
    [InlineData("bag/data/a/b", "bag/data/a")]
    [InlineData("bag/x", "other/x")]
    public async Task Verify_WhenTwoNamesCollide_Refuses(string one, string two) => await RefusedAsync((one, "x"), (two, "y"));

    [Fact]
    public async Task Verify_WhenAFileWouldFillTheDisk_RefusesWithoutUnpackingIt()
    {
        await using (var zip = await ZipFile.OpenAsync(_folder.File("bomb.zip"), ZipArchiveMode.Create, Given.Ct))
        await using (var stream = await zip.CreateEntry("bag/data/zeros", CompressionLevel.Optimal).OpenAsync(Given.Ct))
            await stream.WriteAsync(new byte[64 << 20], Given.Ct);
        Assert.Contains("made to fill a disk", await RefusalAsync("bomb.zip", new()), StringComparison.Ordinal);
        Assert.Contains("Unpacked", await RefusalAsync("bomb.zip", new() { MostRatio = 100_000, MostBytes = 1 << 20 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhenAFileIsLongerThanItsDirectorySays_StopsThere()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        var bytes = await File.ReadAllBytesAsync(_folder.File("bag.zip"), Given.Ct);
        var name = Encoding.UTF8.GetBytes("evidence-1/data/account/account.html");
        var central = bytes.AsSpan().LastIndexOf(name) - 46;
        BitConverter.TryWriteBytes(bytes.AsSpan(central + 24), 5);
        var local = bytes.AsSpan().IndexOf(name) - 30;
        var packed = BitConverter.ToInt32(bytes, central + 20);
        BitConverter.TryWriteBytes(bytes.AsSpan(local + 30 + name.Length + 20 + packed + 16), 5L);
        await File.WriteAllBytesAsync(_folder.File("bag.zip"), bytes, Given.Ct);
        var report = await BagVerifier.VerifyAsync(_folder.File("bag.zip"), new(), Given.Ct);
        Assert.Contains(report.Findings, f => f.Path == "data/account/account.html" && f.What.Contains("longer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_WhenThereAreTooManyFiles_Refuses()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        Assert.Contains("at most 5", await RefusalAsync("bag.zip", new() { MostFiles = 5 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Verify_WhenBytesStandBeforeBetweenOrAfterTheFiles_Refuses(int where)
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        var bytes = await File.ReadAllBytesAsync(_folder.File("bag.zip"), Given.Ct);
        var at = where switch { 0 => 0, 1 => bytes.AsSpan().IndexOf("PK\u0001\u0002"u8), _ => bytes.Length };
        await File.WriteAllBytesAsync(_folder.File("bag.zip"), [.. bytes[..at], .. "smuggled"u8, .. bytes[at..]], Given.Ct);
        await RefusalAsync("bag.zip", new());
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(8, 0x40)]
    [InlineData(10, 14)]
    [InlineData(41, 0xA1)]
    [InlineData(34, 1)]
    public async Task Verify_WhenAnEntryIsEncryptedALinkOrPackedOddly_Refuses(int field, byte value)
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        var bytes = await File.ReadAllBytesAsync(_folder.File("bag.zip"), Given.Ct);
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + field] |= value;
        await File.WriteAllBytesAsync(_folder.File("bag.zip"), bytes, Given.Ct);
        await RefusalAsync("bag.zip", new());
    }

    [Fact]
    public async Task Verify_WhenItIsCutOffAnywhere_Refuses()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        var bytes = await File.ReadAllBytesAsync(_folder.File("bag.zip"), Given.Ct);
        for (var length = 0; length < bytes.Length; length += 97)
        {
            await File.WriteAllBytesAsync(_folder.File("cut.zip"), bytes[..length], Given.Ct);
            await RefusalAsync("cut.zip", new());
        }
    }

    [Fact]
    public async Task Verify_WhenAnUnpackedBagHoldsALink_Refuses()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        await ZipFile.ExtractToDirectoryAsync(_folder.File("bag.zip"), _folder.Path, Given.Ct);
        var picture = Path.Combine(_folder.File("evidence-1"), "data/media/picture.jpg");
        File.Move(picture, _folder.File("elsewhere"));
        File.CreateSymbolicLink(picture, _folder.File("elsewhere"));
        Assert.Contains("link", await RefusalAsync("evidence-1", new()), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RefusedAsync(params (string Name, string Text)[] files)
    {
        await using (var output = File.Create(_folder.File("hostile.zip")))
        {
            var zip = new Zip.ZipWriter(output, Given.Now);
            foreach (var (name, text) in files)
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                var offset = zip.Position;
                zip.Begin(name, Zip.ZipFormat.Stored);
                zip.Write(bytes);
                zip.End(new(name, Zip.ZipFormat.Stored, System.IO.Hashing.Crc32.HashToUInt32(bytes), bytes.Length, bytes.Length, offset));
            }

            zip.Finish();
        }

        await RefusalAsync("hostile.zip", new());
    }

    private async Task<string> RefusalAsync(string file, VerifyOptions options)
    {
        var finding = Assert.Single((await BagVerifier.VerifyAsync(_folder.File(file), options, Given.Ct)).Findings);
        Assert.Equal(FindingKind.Refused, finding.Kind);
        return finding.What;
    }
}
