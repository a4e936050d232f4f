using PoliceSocial.Conformance;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>The connector with the stand-in behind it.</summary>
internal sealed class FakeSubject : ConnectorSubject
{
    public static readonly IReadOnlyDictionary<string, string> ChannelSettings = new Dictionary<string, string>
    {
        ["service"] = "https://pds.test",
        ["handle"] = FakeBluesky.Handle,
        ["chatService"] = "did:web:chat.test",
        ["directory"] = "https://directory.test",
    };

    public static readonly IReadOnlyDictionary<string, string> ChannelSecrets = new Dictionary<string, string> { ["appPassword"] = FakeBluesky.Password };

    private readonly FakeBluesky _bluesky = new();

    public override string PluginFolder => PluginFolders.Of("Bluesky");

    public override IReadOnlyDictionary<string, string> Settings => ChannelSettings;

    public override IReadOnlyDictionary<string, string> Secrets => ChannelSecrets;

    public override HttpMessageHandler Network => _bluesky;

    public override Task<string> WriteAsync(string text, CancellationToken ct)
    {
        _bluesky.Mention(text);
        return Task.FromResult(text);
    }

    public override bool Publishes(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("com.atproto.repo.putRecord", StringComparison.Ordinal);

    public override Task<int> CountAsync(string text, CancellationToken ct) => Task.FromResult(_bluesky.Count(text));
}
