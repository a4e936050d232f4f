using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>One channel on Bluesky: hands each call to whoever does it.</summary>
internal sealed class BlueskyConnector(
    Account account, Sessions sessions, BeginAuthorization begin, CompleteAuthorization complete,
    Collector collector, MediaFetcher media, Limits limits, Publisher publisher) : IConnector, ICollect, IPublish, IAuthorize
{
    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) => account.CheckAsync(ct);

    public Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct) =>
        collector.CollectAsync(after, patience, ct);

    public Task<Outcome<MediaContent>> FetchMediaAsync(MediaReference attachment, long maximum, CancellationToken ct) =>
        media.FetchAsync(attachment, maximum, ct);

    public Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct) => limits.ReadAsync(ct);

    public int CountLength(string text) => TextLength.Count(text);

    public Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct) => publisher.PublishAsync(outbound, ct);

    public Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct) => publisher.FindAsync(outbound, ct);

    public Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct) => publisher.DeleteAsync(networkId, ct);

    public Task<Outcome<AuthorizationStart>> StartAsync(Uri callback, CancellationToken ct) => begin.StartAsync(callback, ct);

    public async Task<Outcome<ChannelIdentity>> CompleteAsync(IReadOnlyDictionary<string, string> query, string kept, CancellationToken ct) =>
        await complete.CompleteAsync(query, kept, ct) is { } failure ? failure.ToReading<ChannelIdentity>() : await account.CheckAsync(ct);

    public ValueTask DisposeAsync()
    {
        collector.Dispose();
        sessions.Dispose();
        return ValueTask.CompletedTask;
    }
}
