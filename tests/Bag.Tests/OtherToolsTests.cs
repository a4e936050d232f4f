using System.IO.Compression;
using System.Text;

namespace PoliceSocial.Bag.Tests;

/// <summary>A bag is checked by programs that others wrote: its promise must not rest on ours.</summary>
public sealed class OtherToolsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Unzip_FindsTheZipWhole()
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"));
        Assert.Contains("No errors detected", await Tool.PassAsync(_folder.Path, "unzip", "-t", "bag.zip"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sha256sum", "manifest-sha256.txt")]
    [InlineData("sha256sum", "tagmanifest-sha256.txt")]
    [InlineData("sha512sum", "manifest-sha512.txt")]
    [InlineData("sha512sum", "tagmanifest-sha512.txt")]
    public async Task ChecksumTools_FindEveryFileRight(string tool, string manifest)
    {
        var bag = await UnpackedAsync(new LocalAuthority("one"));
        // A percent sign is the one character that BagIt escapes and checksum tools do not.
        var text = await File.ReadAllTextAsync(Path.Combine(bag, manifest), Given.Ct);
        await File.WriteAllTextAsync(_folder.File("list"), text.Replace("%25", "%", StringComparison.Ordinal), Given.Ct);
        await Tool.PassAsync(bag, tool, "--check", "--strict", _folder.File("list"));
    }

    [Fact]
    public async Task Openssl_VerifiesTheSignature_AndNotOverOtherBytes()
    {
        var bag = await UnpackedAsync();
        await File.WriteAllTextAsync(_folder.File("force.pem"), Given.Certificate.ExportCertificatePem(), Given.Ct);
        string[] verify = ["cms", "-verify", "-binary", "-inform", "DER", "-in", "signature.p7s", "-content", "tagmanifest-sha512.txt",
            "-CAfile", _folder.File("force.pem"), "-purpose", "any", "-no_check_time", "-out", _folder.File("out")];
        await Tool.PassAsync(bag, "openssl", verify);
        await File.AppendAllTextAsync(Path.Combine(bag, "tagmanifest-sha512.txt"), "x", Given.Ct);
        Assert.NotEqual(0, (await Tool.RunAsync(bag, "openssl", verify)).Code);
    }

    [Fact]
    public async Task Openssl_VerifiesTheSignature_FromTheRootAlone_WhereTheChainIsInIt()
    {
        using var family = new CertificateFamily();
        await using (var output = File.Create(_folder.File("bag.zip")))
        {
            var writer = new Writing.BagWriter(output, "evidence-1", Given.Now);
            await writer.AddTextAsync("README.txt", "read me", Given.Ct);
            await writer.CompleteAsync([], new(family.Signer, "the force's", [new LocalAuthority("one"), new LocalAuthority("two")], Given.Now) { Chain = [family.Issuer] }, Given.Ct);
        }

        await ZipFile.ExtractToDirectoryAsync(_folder.File("bag.zip"), _folder.Path, Given.Ct);
        var bag = _folder.File("evidence-1");
        await File.WriteAllTextAsync(_folder.File("root.pem"), family.Root.ExportCertificatePem(), Given.Ct);
        await Tool.PassAsync(bag, "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature.p7s", "-content", "tagmanifest-sha512.txt",
            "-CAfile", _folder.File("root.pem"), "-purpose", "any", "-no_check_time", "-out", _folder.File("out"));
        var report = await Verify.BagVerifier.VerifyAsync(bag, new() { Trusted = [family.Root] }, Given.Ct);
        Assert.Empty(report.Findings);
        Assert.Equal(2, report.Stamps.Count);
    }

    [Fact]
    public async Task Openssl_VerifiesTheTimeStamps_AndNotOverOtherBytes()
    {
        var authority = new LocalAuthority("one");
        var bag = await UnpackedAsync(authority);
        var pem = new StringBuilder("-----BEGIN CERTIFICATE-----\n").AppendLine(Convert.ToBase64String(authority.Certificate.GetEncoded())).Append("-----END CERTIFICATE-----\n");
        await File.WriteAllTextAsync(_folder.File("authority.pem"), pem.ToString(), Given.Ct);
        string[] verify = ["ts", "-verify", "-token_in", "-in", "timestamp-1.tst", "-data", "manifest-sha512.txt", "-CAfile", _folder.File("authority.pem"), "-no_check_time"];
        await Tool.PassAsync(bag, "openssl", verify);
        await File.AppendAllTextAsync(Path.Combine(bag, "manifest-sha512.txt"), "x", Given.Ct);
        Assert.NotEqual(0, (await Tool.RunAsync(bag, "openssl", verify)).Code);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> UnpackedAsync(params Sealing.ITimeStampAuthority[] authorities)
    {
        await Given.SmallBagAsync(_folder.File("bag.zip"), authorities);
        await ZipFile.ExtractToDirectoryAsync(_folder.File("bag.zip"), _folder.Path, Given.Ct);
        return _folder.File("evidence-1");
    }
}
