using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Host.Serving;

namespace PoliceSocial.Host.Tests.Keys;

/// <summary>The keys of the data folder, encrypted with the force's certificate.</summary>
public sealed class KeysAtRestTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policesocial-keys-");

    [Fact]
    public async Task Key_WithACertificate_IsUnreadableWithoutIt_AndWithItAfterARestart()
    {
        var first = Certificate("first");
        var secret = await ProtectAsync("a network's password", "--Keys:Certificate", first, "--Keys:CertificatePassword", "quiet");

        var key = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, "data", "keys"), "key-*.xml")), TestContext.Current.CancellationToken);
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        Assert.Equal("a network's password", await UnprotectAsync(secret, "--Keys:Certificate", first, "--Keys:CertificatePassword", "quiet"));
        await Assert.ThrowsAsync<CryptographicException>(() => UnprotectAsync(secret));
        Assert.Equal("a network's password", await UnprotectAsync(
            secret, "--Keys:Certificate", Certificate("second"), "--Keys:CertificatePassword", "quiet", "--Keys:FormerCertificates:0", first));
    }

    [Theory]
    [InlineData("nowhere.pfx", "quiet", "neither a file nor the thumbprint")]
    [InlineData("first", "wrong", "cannot be opened")]
    public void Certificate_ThatCannotBeUsed_StopsTheStartWithASentence(string name, string password, string words)
    {
        var path = name == "first" ? Certificate(name) : name;
        var e = Assert.Throws<InvalidOperationException>(() => WebHost.Build([.. Data, "--Keys:Certificate", path, "--Keys:CertificatePassword", password]));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] Data => ["--data", Path.Combine(_folder.FullName, "data"), "--environment", "Production"];

    private async Task<string> ProtectAsync(string text, params string[] settings)
    {
        await using var app = WebHost.Build([.. Data, .. settings]);
        return app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect(text);
    }

    private async Task<string> UnprotectAsync(string secret, params string[] settings)
    {
        await using var app = WebHost.Build([.. Data, .. settings]);
        return app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret);
    }

    private string Certificate(string name)
    {
        var path = Path.Combine(_folder.FullName, $"{name}.pfx");
        using var key = RSA.Create(2_048);
        using var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllBytes(path, made.Export(X509ContentType.Pfx, "quiet"));
        return path;
    }
}
