using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>The lines to a network that a test scripts: beyond the service's own walls.</summary>
internal sealed class FakeLines : IConnectorLines, ICollect, IPublish
{
    public PublishLimits Limits { get; set; } = new(300, 1_000, 0, 0, [], null, true);

    /// <summary>The places after which pages were asked for, in order.</summary>
    public ConcurrentQueue<string?> Asked { get; } = new();

    /// <summary>What comes after a place; nothing where it is not named.</summary>
    public ConcurrentDictionary<string, CollectedPage> PageAfter { get; } = new();

    /// <summary>What fetching an attachment by its reference answers.</summary>
    public ConcurrentDictionary<string, Outcome<MediaContent>> Media { get; } = new();

    /// <summary>The channels whose lines were used, in order.</summary>
    public ConcurrentQueue<long> Used { get; } = new();

    /// <summary>The attachments whose fetching never ends, whoever cancels it.</summary>
    public HashSet<string> Never { get; } = [];

    public ConcurrentQueue<string> Fetched { get; } = new();

    public Task<Outcome<T>> UseAsync<TCapability, T>(
        long channelId, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class
    {
        Used.Enqueue(channelId);
        return use((TCapability)(object)this, ct);
    }

    public Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct)
    {
        Asked.Enqueue(after);
        return Task.FromResult<Outcome<CollectedPage>>(
            new Outcome<CollectedPage>.Success(PageAfter.GetValueOrDefault(after ?? "", new([], [], after, false))));
    }

    public Task<Outcome<MediaContent>> FetchMediaAsync(MediaReference media, long maximum, CancellationToken ct)
    {
        Fetched.Enqueue(media.Reference);
        return Never.Contains(media.Reference) ? new TaskCompletionSource<Outcome<MediaContent>>().Task : Task.FromResult(Media[media.Reference]);
    }

    public Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<PublishLimits>>(new Outcome<PublishLimits>.Success(Limits));

    public int CountLength(string text) => text.Length;

    public Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct) => throw new InvalidOperationException("The inbox publishes nothing.");

    public Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct) => throw new InvalidOperationException("The inbox reads nothing back.");

    public Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct) => throw new InvalidOperationException("The inbox deletes nothing.");
}
