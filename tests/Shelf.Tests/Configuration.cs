using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class Configuration
{
    [Theory]
    [InlineData("Production", null, true)]
    [InlineData("Staging", null, true)]
    [InlineData("Development", null, false)]
    [InlineData("Development", "true", true)]
    [InlineData("Production", "false", false)]
    public void Signature_IsRequiredEverywhereButInDevelopment_UnlessItIsSet(string environment, string? set, bool required) =>
        Assert.Equal(required, Read(environment, set is null ? [] : new() { ["Plugins:RequireSignature"] = set }).RequireSignature);

    [Fact]
    public void Options_AreReadFromTheSectionPlugins()
    {
        var options = Read("Production", new()
        {
            ["Plugins:DrainFor"] = "00:00:03",
            ["Plugins:Proxy"] = "http://proxy.force.example:8080",
            ["Plugins:PrivateHosts:0"] = "social.force.example",
        });

        Assert.Equal(TimeSpan.FromSeconds(3), options.DrainFor);
        Assert.Equal(8080, options.Proxy?.Port);
        Assert.Equal(["social.force.example"], options.PrivateHosts);
    }

    private static ShelfOptions Read(string environment, Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build()
            .ReadShelfOptions("data", new HostingEnvironment { EnvironmentName = environment });

    private sealed class HostingEnvironment : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "Test";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } =
            new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
