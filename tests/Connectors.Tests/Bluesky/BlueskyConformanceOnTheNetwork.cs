using PoliceSocial.Conformance;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>The kit against the network's own servers.</summary>
public sealed class BlueskyConformanceOnTheNetwork(TheNetwork theNetwork) : ConnectorConformance
{
    /// <inheritdoc/>
    protected override async Task<ConnectorSubject> MakeSubjectAsync(CancellationToken ct)
    {
        var network = await theNetwork.GetAsync(ct);
        var force = await network.JoinAsync("force", ct);
        var stranger = await network.JoinAsync("stranger", ct);
        return new RealSubject(network, force, stranger, await force.MakeAppPasswordAsync(directMessages: true, ct));
    }
}
