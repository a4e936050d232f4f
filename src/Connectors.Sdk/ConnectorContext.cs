namespace PoliceSocial.Connectors.Sdk;

/// <summary>What the host lends a connector: the only way out of the plugin that it should use.</summary>
public sealed class ConnectorContext
{
    /// <summary>The host's identifier of the channel; stable for the channel's life.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The values of the manifest's settings that are not secret, by name. Required ones are present.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The channel's secrets by name, encrypted at rest by the host.</summary>
    public required ISecrets Secrets { get; init; }

    /// <summary>
    /// A client that reaches only the hosts of the manifest; any other gets an <see cref="HttpRequestException"/>. It follows no
    /// redirects and holds no cookies. The host disposes of it.
    /// </summary>
    public required HttpClient Http { get; init; }

    /// <summary>The clock; the only one to use.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>A folder on disk that belongs to this channel alone and outlives the plugin's versions.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Takes a line for the host's log. Never a secret, a message's text or a person's name.</summary>
    public required Action<LogSeverity, string> Log { get; init; }

    /// <summary>Takes a sign of the channel's health that the connector noticed in passing.</summary>
    public required Action<ChannelSign> Report { get; init; }
}

/// <summary>How bad a line in the log is.</summary>
public enum LogSeverity
{
    /// <summary>For whoever looks into a fault.</summary>
    Debug,

    /// <summary>Worth knowing; nothing to do.</summary>
    Information,

    /// <summary>Something is not as it should be; the connector goes on.</summary>
    Warning,

    /// <summary>Something failed that the connector was asked to do.</summary>
    Error,
}

/// <summary>The secrets of one channel.</summary>
public interface ISecrets
{
    /// <summary>Reads a secret; null where there is none by that name.</summary>
    ValueTask<string?> FindAsync(string name, CancellationToken ct);

    /// <summary>
    /// Stores a secret, durable when the task ends (a renewed token must be stored before the old one is forgotten); null removes it.
    /// </summary>
    ValueTask SaveAsync(string name, string? value, CancellationToken ct);
}

/// <summary>A sign of a channel's health, shown to staff on the channel's page.</summary>
public abstract record ChannelSign
{
    private ChannelSign()
    {
    }

    /// <summary>What is left of a rate limit, as the network's headers said.</summary>
    /// <param name="Name">Which limit, in the network's words.</param>
    /// <param name="Remaining">Calls or points left.</param>
    /// <param name="Limit">Calls or points in the whole window.</param>
    /// <param name="Resets">When the window starts anew.</param>
    public sealed record Budget(string Name, long Remaining, long Limit, DateTimeOffset Resets) : ChannelSign;

    /// <summary>Something may have been missed: the network no longer has what lay between two points in time.</summary>
    /// <param name="From">The last time that is certainly covered.</param>
    /// <param name="To">The first time that is covered again.</param>
    /// <param name="Why">One sentence for staff.</param>
    public sealed record Gap(DateTimeOffset From, DateTimeOffset To, string Why) : ChannelSign;
}
