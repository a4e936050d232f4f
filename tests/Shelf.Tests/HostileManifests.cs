using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

/// <summary>Whatever stands in a manifest, the gate answers; and what it lets pass stays in its folder.</summary>
public sealed class HostileManifests : IAsyncLifetime
{
    private static readonly string?[] Values =
        ["null", "[]", "{}", "0", "true", "\"\"", "\"../x\"", "[null]", "[{}]", "\"1.0\"", "[\"*\"]", "\"\\u0000\"", "1e400", new('[', 200)];

    private static readonly string[] Keys = ["id", "name", "version", "sdk", "assembly", "supplier", "hosts", "settings", "rehearsal", "extra"];

    private readonly RunningShelf _shelf = new();
    private readonly string _package = Fixture.Package();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_package, recursive: true);
        await _shelf.DisposeAsync();
    }

    [Property(MaxTest = 300)]
    public Property Gate_AnswersToAnyValueOfAnyKey() =>
        Prop.ForAll(Gen.Elements(Keys).Zip(Gen.Elements(Values)).ToArbitrary(), change =>
        {
            var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Fixture.Folder("Good"), "connector.json")))!.AsObject();
            manifest[change.Item1] = "VALUE";
            return IsAnswered(Encoding.UTF8.GetBytes(manifest.ToJsonString().Replace("\"VALUE\"", change.Item2, StringComparison.Ordinal)));
        });

    [Property(MaxTest = 300)]
    public bool Gate_AnswersToAnyBytes(byte[] bytes) => IsAnswered(bytes);

    [Theory]
    [InlineData("id")]
    [InlineData("hosts")]
    [InlineData("settings")]
    public void Gate_RefusesNullWhereThereMustBeAValue(string key)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(_package, "connector.json")))!.AsObject();
        manifest[key] = null;
        Write(Encoding.UTF8.GetBytes(manifest.ToJsonString()));

        Assert.Contains("is null", Assert.IsType<GateOutcome.Refused>(Check()).Why, StringComparison.Ordinal);
    }

    private bool IsAnswered(byte[] manifest)
    {
        Write(manifest);
        return Check() switch
        {
            GateOutcome.Refused r => r.Why.Length > 20,
            GateOutcome.Passed p => Path.GetDirectoryName(p.Assembly) == _package,
            _ => false,
        };
    }

    private void Write(byte[] manifest)
    {
        File.WriteAllBytes(Path.Combine(_package, "connector.json"), manifest);
        Fixture.List(_package);
    }

    private GateOutcome Check() => _shelf.Get<Gate>().Check(_package, bundled: false);
}
