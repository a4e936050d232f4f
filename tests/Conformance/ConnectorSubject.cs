using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

/// <summary>
/// What a supplier tells the kit about a connector: where its plugin lies, how a channel is set up, and how to act on the network's other
/// side. Behind it is either a stand-in for the network that keeps state, or the network itself.
/// </summary>
public abstract class ConnectorSubject : IAsyncDisposable
{
    /// <summary>The folder of the built plugin, with its <c>connector.json</c>.</summary>
    public abstract string PluginFolder { get; }

    /// <summary>The channel's settings.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The channel's secrets; the kit looks for them wherever they must not be.</summary>
    public virtual IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string>();

    /// <summary>What answers the connector's requests; null where it makes none, which leaves out the tests of faults on the way.</summary>
    public abstract HttpMessageHandler? Network { get; }

    /// <summary>True where the network is so slow to show what was written that tests must wait for it.</summary>
    public virtual bool Lags => false;

    /// <summary>
    /// Told of each channel before a connector is made for it. Override it where the network has no servers and lives in the channel's
    /// folder and by its clock, as a training network does.
    /// </summary>
    /// <param name="context">What the connector will be given.</param>
    /// <param name="advance">Puts the channel's clock forward.</param>
    public virtual void Begin(ConnectorContext context, Action<TimeSpan> advance)
    {
    }

    /// <summary>Somebody writes to the channel. Answers the text as it will arrive, which may hold more (the channel's name, say).</summary>
    /// <param name="text">What.</param>
    /// <param name="ct">Cancels.</param>
    public abstract Task<string> WriteAsync(string text, CancellationToken ct);

    /// <summary>Makes an intent to publish; override it where a post of its own is not what the connector can publish.</summary>
    /// <param name="key">The intent's key.</param>
    /// <param name="text">The text.</param>
    /// <param name="intendedAt">When it was stored.</param>
    public virtual Outbound Intend(string key, string text, DateTimeOffset intendedAt) =>
        new() { Key = key, Kind = OutboundKind.Post, Text = text, IntendedAt = intendedAt };

    /// <summary>Whether a request is the one that publishes, and not one on the way there.</summary>
    /// <param name="request">A request of the connector.</param>
    public virtual bool Publishes(HttpRequestMessage request) => request.Method != HttpMethod.Get;

    /// <summary>How many publications with a text the network holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ct">Cancels.</param>
    public abstract Task<int> CountAsync(string text, CancellationToken ct);

    /// <summary>Ends what the subject began.</summary>
    public virtual ValueTask DisposeAsync()
    {
        Network?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
