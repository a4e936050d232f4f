using PoliceSocial.Conformance;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>The kit against a stand-in for the network.</summary>
public sealed class BlueskyConformance : ConnectorConformance
{
    /// <inheritdoc/>
    protected override Task<ConnectorSubject> MakeSubjectAsync(CancellationToken ct) => Task.FromResult<ConnectorSubject>(new FakeSubject());
}
