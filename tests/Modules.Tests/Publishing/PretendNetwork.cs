using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Modules.Tests.Publishing;

/// <summary>A network and the line to it, scripted by a test: what is beyond the service's own walls. It outlives the host.</summary>
internal sealed class PretendNetwork : IConnectorLines, IPublish
{
    private readonly ConcurrentQueue<Func<Outbound, CancellationToken, Task<Outcome<Published>>>> _script = new();

    public PublishLimits Limits { get; set; } = new(300, 1_000, 0, 0, [], null, true);

    /// <summary>Each call that reached the network, by channel and key, in order.</summary>
    public ConcurrentQueue<(long Channel, string Key)> Calls { get; } = new();

    /// <summary>What is on the network, by key.</summary>
    public ConcurrentDictionary<string, Published> Posts { get; } = new();

    /// <summary>What was published a second time: never anything.</summary>
    public ConcurrentQueue<string> Doubles { get; } = new();

    public ConcurrentQueue<string> Reads { get; } = new();

    public ConcurrentQueue<string> Deletions { get; } = new();

    /// <summary>What reading back answers; null to look at what is there.</summary>
    public Outcome<Sighting>? Seen { get; set; }

    /// <summary>What deleting answers; null to do it.</summary>
    public Func<Outcome<Deleted>>? Delete { get; set; }

    /// <summary>What the line says without reaching the connector; null to reach it.</summary>
    public Func<Task>? OnTheWay { get; set; }

    /// <summary>When the connector is said to be back; null while it is there.</summary>
    public TimeSpan? BackIn { get; set; }

    private AsyncLocal<long> Channel { get; } = new();

    /// <summary>What the next calls to publish do; after the last, each succeeds.</summary>
    public void Next(params Func<Outbound, CancellationToken, Task<Outcome<Published>>>[] acts) => Array.ForEach(acts, _script.Enqueue);

    public void Next(params Outcome<Published>[] outcomes) => Array.ForEach(outcomes, o => _script.Enqueue((_, _) => Task.FromResult(o)));

    public async Task<Outcome<T>> UseAsync<TCapability, T>(
        long channelId, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class
    {
        if (OnTheWay is { } delay)
            await delay();
        if (BackIn is { } after)
            return new Outcome<T>.Retry(after, "The connector is not in use at present.");
        Channel.Value = channelId;
        return await use((TCapability)(object)this, ct);
    }

    public Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<PublishLimits>>(new Outcome<PublishLimits>.Success(Limits));

    public int CountLength(string text) => text.Length;

    public Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct)
    {
        Calls.Enqueue((Channel.Value, outbound.Key));
        return _script.TryDequeue(out var next) ? next(outbound, ct) : Task.FromResult(Publish(outbound));
    }

    /// <summary>It takes effect and says so.</summary>
    public Outcome<Published> Publish(Outbound outbound)
    {
        var post = new Published($"post-{outbound.Key}", $"https://network.example/{outbound.Key}", outbound.IntendedAt, "{\"ok\":true}"u8.ToArray(), "handle");
        if (!Posts.TryAdd(outbound.Key, post))
            Doubles.Enqueue(outbound.Key);
        return new Outcome<Published>.Success(post);
    }

    /// <summary>It takes effect and nobody hears of it.</summary>
    public Task<Outcome<Published>> PublishUnheard(Outbound outbound, CancellationToken ct)
    {
        Publish(outbound);
        return Task.FromResult<Outcome<Published>>(new Outcome<Published>.OutcomeUnknown("The connection broke."));
    }

    public Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct)
    {
        Reads.Enqueue(outbound.Key);
        return Task.FromResult(Seen ?? new Outcome<Sighting>.Success(new(Posts.GetValueOrDefault(outbound.Key))));
    }

    public Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct)
    {
        Deletions.Enqueue(networkId);
        if (Delete is { } scripted)
            return Task.FromResult(scripted());
        Posts.TryRemove(networkId["post-".Length..], out _);
        return Task.FromResult<Outcome<Deleted>>(new Outcome<Deleted>.Success(new(TestForce.Start)));
    }
}
