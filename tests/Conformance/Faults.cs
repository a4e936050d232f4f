using System.Collections.Concurrent;

namespace PoliceSocial.Conformance;

/// <summary>What the network does to the requests that a fault is for.</summary>
/// <param name="request">The request.</param>
/// <param name="pass">Passes it on to the network.</param>
/// <param name="ct">Cancels.</param>
internal delegate Task<HttpResponseMessage> Fault(HttpRequestMessage request, Func<Task<HttpResponseMessage>> pass, CancellationToken ct);

/// <summary>One request and what it was answered.</summary>
internal sealed record Seen(string Host, string Address, byte[] Answer);

/// <summary>Stands between connector and network: keeps to the manifest's hosts as the host does, notes what passes, and makes faults.</summary>
internal sealed class FaultyNetwork(HttpMessageHandler network, Func<string, bool> isDeclared) : DelegatingHandler(network)
{
    private readonly ConcurrentQueue<Seen> _seen = new();
    private readonly ConcurrentQueue<string> _undeclared = new();

    public Fault? Fault { get; set; }

    public Func<HttpRequestMessage, bool> For { get; set; } = _ => true;

    public IReadOnlyList<Seen> Seen => [.. _seen];

    public IReadOnlyList<string> Undeclared => [.. _undeclared];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Host;
        if (!isDeclared(host))
        {
            _undeclared.Enqueue(host);
            throw new HttpRequestException("The manifest does not name this host.");
        }
        Task<HttpResponseMessage> Pass() => base.SendAsync(request, cancellationToken);
        var answer = Fault is { } fault && For(request) ? await fault(request, Pass, cancellationToken) : await Pass();
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        _seen.Enqueue(new Seen(host, request.RequestUri.ToString(), await answer.Content.ReadAsByteArrayAsync(cancellationToken)));
        return answer;
    }
}
