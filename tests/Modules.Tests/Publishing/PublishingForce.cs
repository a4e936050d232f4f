using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing;
using PoliceSocial.Publishing.Intend;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Modules.Tests.Publishing;

/// <summary>A force whose deliveries go to a network that a test scripts, and whose host can be killed and started again.</summary>
internal sealed class PublishingForce : IAsyncDisposable, IChannels, IReplies
{
    public const long Channel = 7;
    private static readonly ActKind Writing = new("test.write-reply");
    private readonly TestDatabase _database;
    private readonly ConcurrentDictionary<long, ReplyToDeliver> _replies = new();
    private readonly ConcurrentDictionary<long, ChannelState> _states = new();
    private ServiceProvider _services;

    private PublishingForce(TestDatabase database)
    {
        _database = database;
        _services = Host();
    }

    public FakeTimeProvider Clock { get; } = new(TestForce.Start);

    public PretendNetwork Network { get; } = new();

    private static CancellationToken Ct => TestForce.Ct;

    public static async Task<PublishingForce> OpenAsync(Dialect dialect)
    {
        var force = new PublishingForce(await TestDatabase.CreateAsync(dialect, Ct));
        if (force._database.NeedsMigration)
            await force.Get<Migrator>().MigrateAsync(Ct);
        return force;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The host is gone at once, and another is started over the same files.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();

        // A host does not start within the millisecond in which the last one ended; ids rely on it.
        Clock.Advance(TimeSpan.FromMilliseconds(10));
        _services = Host();
        await Get<AbandonAttempts>().AllAsync(Ct);
    }

    /// <summary>Does all that is due now.</summary>
    public Task WorkAsync() => Get<DeliveryEngine>().WorkAsync(Ct);

    /// <summary>Lets time pass, then does all that is due.</summary>
    public Task WorkAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return WorkAsync();
    }

    /// <summary>A colleague wrote a reply, and it may go.</summary>
    public async Task<long> ReplyAsync(string text = "We are on our way.", long channel = Channel, bool isPrivate = false, DateTimeOffset? heardAt = null, string? thread = "their-thread", ReplyPicture[]? pictures = null)
    {
        var id = Get<Ids>().New();
        _replies[id] = new(id, channel, isPrivate, text, "their-post", thread, "them", "", Clock.GetUtcNow(), heardAt, pictures);
        await HearAsync(id);
        return id;
    }

    /// <summary>The person has written privately again.</summary>
    public void Heard(long id, DateTimeOffset at) => _replies[id] = _replies[id] with { HeardAt = at };

    public async Task HearAsync(long id, string? approvedText = null)
    {
        var reply = _replies[id];
        var hash = Convert.ToBase64String(ReplyToDeliver.DigestOf(approvedText ?? reply.Text, reply.Pictures ?? []));
        await using var session = await Get<Store<PublishingModule>>().BeginAsync(Get<ActFactory>().By(TestForce.Staff(3), Writing), Ct);
        await Get<WhenReplyReady>().HearAsync(new(id, 99, reply.ChannelId, "Public", hash, null), session, Ct);
        await session.CommitAsync(Ct);
    }

    public void Keep(ReplyToDeliver reply) => _replies[reply.ReplyId] = reply;

    public void Set(ChannelState state, long channel = Channel) => _states[channel] = state;

    public async Task<DeliveryRow> LoadAsync(long id) =>
        await Get<Store<PublishingModule>>().FindAsync(DeliveryStatements.Load, new { id }, Ct) ?? throw new InvalidOperationException($"No delivery {id}.");

    public async Task<IReadOnlyList<StepKind>> StepsAsync(long id) =>
        [.. (await Get<Store<PublishingModule>>().QueryAsync(StepRow.OfDelivery, new { deliveryId = id }, Ct)).Select(s => s.Kind)];

    public async Task<IReadOnlyList<IEvent>> RaisedAsync()
    {
        var rows = await Get<Schemas>().Of("publishing").QueryAsync(OutboxStatements.For("publishing").Read, new { after = 0L, take = 10_000 }, Ct);
        return [.. rows.Select(EventTypes.FromRow)];
    }

    public Task<IReadOnlyList<ChannelSummary>> AllAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ChannelSummary>>([.. new[] { Channel, Channel + 1 }.Select(Summary)]);

    public Task<ChannelSummary?> FindAsync(long id, CancellationToken ct) => Task.FromResult<ChannelSummary?>(Summary(id));

    /// <summary>The bytes of replies' pictures, by number; null where they are lost.</summary>
    public Dictionary<int, byte[]?> Pictures { get; } = [];

    Task<byte[]?> IReplies.ReadPictureAsync(long replyId, int number, CancellationToken ct) => Task.FromResult(Pictures.GetValueOrDefault(number));

    Task<ReplyToDeliver?> IReplies.FindAsync(long replyId, CancellationToken ct) => Task.FromResult(_replies.GetValueOrDefault(replyId));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        Assert.Empty(Network.Doubles);
    }

    private ChannelSummary Summary(long id) =>
        new(id, "pretend", "Pretend", "force", $"Channel {id}", _states.GetValueOrDefault(id, ChannelState.Connected), false, false, false, null);

    private ServiceProvider Host() => TestForce.Build(_database, Clock, services => services
        .AddSingleton<IConnectorLines>(Network).AddSingleton<IChannels>(this).AddSingleton<IReplies>(this));
}
