using System.Security.Cryptography;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class GateRefusals : IAsyncLifetime
{
    private readonly RunningShelf _shelf = new();
    private readonly string _package = Fixture.Package();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_package, recursive: true);
        await _shelf.DisposeAsync();
    }

    [Fact]
    public void Gate_LetsAGoodPluginPass() =>
        Assert.Equal(Path.Combine(_package, "PoliceSocial.Good.dll"), Assert.IsType<GateOutcome.Passed>(Check()).Assembly);

    [Theory]
    [InlineData("id", "Good", "id must be")]
    [InlineData("id", "../good", "id must be")]
    [InlineData("id", "trusted", "id must be")]
    [InlineData("id", "con", "id must be")]
    [InlineData("version", "1.0", "three numbers")]
    [InlineData("version", "1.0.0-beta", "three numbers")]
    [InlineData("version", "../../1", "three numbers")]
    [InlineData("sdk", "2.0", "built for connector SDK 2.0")]
    [InlineData("sdk", "1.9", "Update the service first")]
    [InlineData("sdk", "latest", "two numbers")]
    [InlineData("supplier", " ", "supplier")]
    [InlineData("assembly", "Other.dll", "lacks Other.dll")]
    public void Gate_RefusesAManifestThatIsNotRight(string key, string value, string why) =>
        Assert.Contains(why, WhyAfter(() => Fixture.Rewrite(_package, key, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("../evil.dll")]
    [InlineData("..\\evil.dll")]
    [InlineData("/tmp/evil.dll")]
    [InlineData("\\\\server\\share\\evil.dll")]
    [InlineData("C:\\evil.dll")]
    [InlineData("C:evil.dll")]
    [InlineData("~/evil.dll")]
    [InlineData("sub/evil.dll")]
    [InlineData("evil.dll/..")]
    [InlineData("evil.dll\0")]
    [InlineData("evil.dll:stream.dll")]
    [InlineData("NUL.dll")]
    [InlineData("evil.exe")]
    [InlineData("")]
    public void Gate_RefusesAnAssemblyThatIsNotANameInTheFolder(string assembly) =>
        Assert.Contains("its assembly must be", WhyAfter(() => Fixture.Rewrite(_package, "assembly", assembly)), StringComparison.Ordinal);

    [Theory]
    [InlineData("*")]
    [InlineData("*.com")]
    [InlineData("a.*.example.org")]
    [InlineData("10.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("localhost")]
    [InlineData("https://example.org")]
    [InlineData("example.org:8080")]
    [InlineData("{mood}")]
    [InlineData("{nothing}")]
    public void Gate_RefusesAHostThatCannotBeAllowed(string host)
    {
        var manifest = Path.Combine(_package, "connector.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("*.example.org", host, StringComparison.Ordinal));

        Assert.Contains($"'{host}'", WhyAfter(() => { }), StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_RefusesAFileThatWasChanged()
    {
        File.AppendAllText(Path.Combine(_package, "PoliceSocial.Good.dll"), " ");
        Assert.Contains("damaged or changed", Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_RefusesAFileThatIsNotListed()
    {
        File.WriteAllText(Path.Combine(_package, "extra.txt"), "");
        Assert.Contains("extra.txt is not in", Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_RefusesAListWithAFileThatIsMissing()
    {
        File.Delete(Path.Combine(_package, "PoliceSocial.Good.xml"));
        Assert.Contains("is missing", Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_RefusesALink()
    {
        File.CreateSymbolicLink(Path.Combine(_package, "link.txt"), Path.Combine(_package, "connector.json"));
        Assert.Contains("link.txt is a link", Why(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("connector.json")]
    [InlineData("files.sha256")]
    public void Gate_RefusesAFolderWithoutWhatItReads(string file)
    {
        File.Delete(Path.Combine(_package, file));
        Assert.Contains($"no {file}", Why(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PoliceSocial.Connectors.Sdk.dll")]
    [InlineData("Microsoft.Extensions.Logging.Abstractions.dll")]
    [InlineData("System.Text.Json.dll")]
    public void Gate_RefusesACopyOfASharedAssembly_ByItsFilesName(string name) =>
        Assert.Contains("its own copy", WhyAfter(() => File.WriteAllText(Path.Combine(_package, name), "")), StringComparison.Ordinal);

    [Fact]
    public void Gate_RefusesACopyOfASharedAssembly_UnderAnotherName() =>
        Assert.Contains("its own copy of harmless.dll", WhyAfter(() =>
            File.Copy(typeof(Connectors.Sdk.IConnector).Assembly.Location, Path.Combine(_package, "harmless.dll"))), StringComparison.Ordinal);

    [Fact]
    public void Gate_WhereSignaturesAreRequired_LetsOnlyATrustedSupplierPass()
    {
        var options = _shelf.Options with { RequireSignature = true };
        using var supplier = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var gate = new Gate(options, new SupplierKeys(options, Microsoft.Extensions.Logging.Abstractions.NullLogger<SupplierKeys>.Instance));
        Directory.CreateDirectory(options.TrustedFolder);
        File.WriteAllText(Path.Combine(options.TrustedFolder, "broken.pem"), "not a key");
        File.WriteAllText(Path.Combine(options.TrustedFolder, "supplier.pem"), supplier.ExportSubjectPublicKeyInfoPem());

        Assert.Contains("is not signed", Refusal(gate.Check(_package, bundled: false)), StringComparison.Ordinal);
        Assert.IsType<GateOutcome.Passed>(gate.Check(_package, bundled: true));
        Fixture.Sign(_package, stranger);
        Assert.Contains("No trusted supplier", Refusal(gate.Check(_package, bundled: false)), StringComparison.Ordinal);
        Fixture.Sign(_package, supplier);
        Assert.Equal("supplier", Assert.IsType<GateOutcome.Passed>(gate.Check(_package, bundled: false)).Signer);

        File.AppendAllText(Path.Combine(_package, "PoliceSocial.Good.xml"), " ");
        Assert.Contains("damaged", Refusal(gate.Check(_package, bundled: false)), StringComparison.Ordinal);
        Fixture.List(_package);
        Assert.Contains("No trusted supplier", Refusal(gate.Check(_package, bundled: false)), StringComparison.Ordinal);
    }

    private GateOutcome Check() => _shelf.Get<Gate>().Check(_package, bundled: false);

    private string Why() => Refusal(Check());

    private string WhyAfter(Action change)
    {
        change();
        Fixture.List(_package);
        return Why();
    }

    private static string Refusal(GateOutcome outcome) => Assert.IsType<GateOutcome.Refused>(outcome).Why;
}
