using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Rehearsal.Tests;

/// <summary>The training network has no secrets: asking for one fails the test.</summary>
internal sealed class NoSecrets : ISecrets
{
    public ValueTask<string?> FindAsync(string name, CancellationToken ct) => throw new InvalidOperationException("No secret is needed.");

    public ValueTask SaveAsync(string name, string? value, CancellationToken ct) => throw new InvalidOperationException("No secret is needed.");
}

/// <summary>The training network reaches nobody: a request fails the test.</summary>
internal sealed class NoNetwork : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("An exercise must not reach the network.");
}
