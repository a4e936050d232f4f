using PoliceSocial.Conformance;

namespace PoliceSocial.Connectors.Tests.Rehearsal;

/// <summary>The kit against the training network; it makes no requests, so that the tests of faults on the way are left out.</summary>
public sealed class RehearsalConformance : ConnectorConformance
{
    /// <inheritdoc/>
    protected override Task<ConnectorSubject> MakeSubjectAsync(CancellationToken ct) => Task.FromResult<ConnectorSubject>(new RehearsalSubject());
}
