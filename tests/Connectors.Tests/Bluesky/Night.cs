using PoliceSocial.Network;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>A force with its channel, and a stranger, on the real network.</summary>
internal sealed record Night(AtNetwork Network, AtPerson Force, AtPerson Stranger, ForceChannel Channel) : IAsyncDisposable
{
    public static async Task<Night> BeginAsync(TheNetwork theNetwork, CancellationToken ct, bool directMessages = true)
    {
        var network = await theNetwork.GetAsync(ct);
        var force = await network.JoinAsync("force", ct);
        var stranger = await network.JoinAsync("stranger", ct);
        var secrets = new Dictionary<string, string> { ["appPassword"] = await force.MakeAppPasswordAsync(directMessages, ct) };
        return new Night(network, force, stranger, new ForceChannel(RealSubject.SettingsOf(network, force), secrets));
    }

    public ValueTask DisposeAsync() => Channel.DisposeAsync();
}
