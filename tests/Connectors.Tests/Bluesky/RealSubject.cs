using PoliceSocial.Conformance;
using PoliceSocial.Network;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>The connector with the network's own servers behind it.</summary>
internal sealed class RealSubject(AtNetwork network, AtPerson force, AtPerson stranger, string appPassword) : ConnectorSubject
{
    public override string PluginFolder => PluginFolders.Of("Bluesky");

    public override IReadOnlyDictionary<string, string> Settings { get; } = SettingsOf(network, force);

    public override IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string> { ["appPassword"] = appPassword };

    public override HttpMessageHandler Network { get; } = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    public override bool Lags => true;

    public static Dictionary<string, string> SettingsOf(AtNetwork network, AtPerson force) => new()
    {
        ["service"] = network.Service.OriginalString,
        ["handle"] = force.Handle,
        ["chatService"] = network.ChatService!,
        ["directory"] = network.Directory.OriginalString,
    };

    public override async Task<string> WriteAsync(string text, CancellationToken ct)
    {
        var whole = $"@{force.Handle} {text}";
        await stranger.PostAsync(whole, ct, force);
        return whole;
    }

    public override bool Publishes(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("com.atproto.repo.putRecord", StringComparison.Ordinal);

    public override Task<int> CountAsync(string text, CancellationToken ct) => force.CountAsync(text, ct);
}
