using System.IO.Compression;
using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Tests;

/// <summary>Whatever was done to a bag after it was signed is found, and named.</summary>
public sealed class TamperTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Verify_WhenNothingWasDone_FindsNothing()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"), new LocalAuthority("one"), new LocalAuthority("two"));
        var report = await VerifyAsync(_folder.File("bag.zip"));
        Assert.Empty(report.Findings);
        Assert.Equal((7, 2, 1), (report.Files, report.Stamps.Count, report.Entries));
        Assert.Contains(report.Info, l => l is { Key: "External-Identifier", Value: "E-1" });
    }

    [Fact]
    public async Task Verify_WhenAnyByteOfAnyFileWasChanged_NamesTheFile()
    {
        var folder = await UnpackedAsync(new LocalAuthority("one"));
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, Given.Ct);
            for (var at = 0; at < bytes.Length; at += bytes.Length > 400 ? 3 : 1)
            {
                bytes[at] ^= 0x20;
                await File.WriteAllBytesAsync(file, bytes, Given.Ct);
                var report = await VerifyAsync(folder);
                bytes[at] ^= 0x20;
                var name = Path.GetRelativePath(folder, file);
                Assert.True(report.Findings.Count > 0, $"Byte {at} of {name} was changed, and nobody noticed.");
                if (name.StartsWith("data", StringComparison.Ordinal) || name is "bag-info.txt")
                    Assert.Contains(report.Findings, f => f.Kind == FindingKind.Changed && f.Path == name);
            }

            await File.WriteAllBytesAsync(file, bytes, Given.Ct);
        }

        Assert.Empty((await VerifyAsync(folder)).Findings);
    }

    [Fact]
    public async Task Verify_WhenAnyByteOfTheZipWasChanged_IsNeverMisled()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        var whole = await File.ReadAllBytesAsync(_folder.File("bag.zip"), Given.Ct);
        var before = await ContentsAsync(_folder.File("bag.zip"));
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x04;
            await File.WriteAllBytesAsync(_folder.File("changed.zip"), changed, Given.Ct);
            var report = await VerifyAsync(_folder.File("changed.zip"));

            // What means nothing (a file's date) may change unseen; names and bytes may not.
            if (report.IsSound)
                Assert.Equal(before, await ContentsAsync(_folder.File("changed.zip")));
        }
    }

    [Fact]
    public async Task Verify_WhenAnyFileWasRemoved_NamesIt()
    {
        var folder = await UnpackedAsync(new LocalAuthority("one"));
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.Move(file, _folder.File("aside"));
            var report = await VerifyAsync(folder);
            var name = Path.GetRelativePath(folder, file);
            Assert.Contains(report.Findings, f => f.Path == name && f.Kind is FindingKind.Removed or FindingKind.NotABag or FindingKind.Signature);
            File.Move(_folder.File("aside"), file);
        }
    }

    [Theory]
    [InlineData("data/extra.txt")]
    [InlineData("data/media/picture2.jpg")]
    [InlineData("extra.txt")]
    [InlineData("timestamp-9.txt")]
    public async Task Verify_WhenAFileWasAdded_NamesIt(string path)
    {
        var folder = await UnpackedAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, path), "slipped in", Given.Ct);
        var finding = Assert.Single((await VerifyAsync(folder)).Findings);
        Assert.Equal((FindingKind.Added, path), (finding.Kind, finding.Path));
    }

    [Fact]
    public async Task Verify_WhenAFileWasRenamed_SaysFromWhatToWhat()
    {
        var folder = await UnpackedAsync();
        File.Move(Path.Combine(folder, "data/media/picture.jpg"), Path.Combine(folder, "data/media/other.jpg"));
        var finding = Assert.Single((await VerifyAsync(folder)).Findings);
        Assert.Equal(FindingKind.Renamed, finding.Kind);
        Assert.Equal("data/media/picture.jpg was renamed to data/media/other.jpg.", finding.What);
    }

    [Fact]
    public async Task Verify_WhenTwoFilesWereExchanged_NamesBoth()
    {
        var folder = await UnpackedAsync();
        var (one, two) = (Path.Combine(folder, "data/media/picture.jpg"), Path.Combine(folder, "data/account/account.html"));
        File.Move(one, _folder.File("aside"));
        File.Move(two, one);
        File.Move(_folder.File("aside"), two);
        Assert.Equal(2, (await VerifyAsync(folder)).Findings.Count(f => f.Kind == FindingKind.Changed));
    }

    [Fact]
    public async Task Verify_WhenSomebodyElseSignedItAnew_FindsTheOtherCertificate()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        var ours = Given.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
        var fine = await BagVerifier.VerifyAsync(_folder.File("bag.zip"), new() { Fingerprint = ours, Trusted = [Given.Certificate] }, Given.Ct);
        Assert.Empty(fine.Findings);
        using var stranger = Sealing.SelfMadeCertificate.Make("Test force", Given.Now);
        var forged = await BagVerifier.VerifyAsync(_folder.File("bag.zip"), new() { Fingerprint = new('0', 64), Trusted = [stranger] }, Given.Ct);
        Assert.Equal(2, forged.Findings.Count(f => f.Kind == FindingKind.Signature));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<BagReport> VerifyAsync(string bag) => BagVerifier.VerifyAsync(bag, new(), Given.Ct);

    private async Task<string> UnpackedAsync(params Sealing.ITimeStampAuthority[] authorities)
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"), authorities);
        await ZipFile.ExtractToDirectoryAsync(_folder.File("bag.zip"), _folder.Path, Given.Ct);
        return _folder.File("evidence-1");
    }

    private static async Task<List<string>> ContentsAsync(string file)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, Given.Ct);
        var contents = new List<string>();
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(Given.Ct);
            contents.Add($"{entry.FullName} {Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(stream, Given.Ct))}");
        }

        return contents;
    }
}
