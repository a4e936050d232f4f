using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>A force with two channels and the shipped risk rules, whose messages a test hands over page by page.</summary>
internal sealed class InboxForce : IAsyncDisposable, IChannels, IPeople, IChannelTroubles
{
    private static readonly string[] Everything = [.. InboxPermissions.All.Select(p => p.Key)];
    private TestForce _force = null!;

    public static Person Rees { get; } = TestForce.Staff(1, Everything);

    public static Person Okafor { get; } = TestForce.Staff(2, Everything);

    public static CancellationToken Ct => TestForce.Ct;

    public Dictionary<long, ChannelSummary> Channels { get; } = new() { [100] = Given.Channel(), [200] = Given.Channel(200, team: 5) };

    public List<PersonSummary> Colleagues { get; } = [new(1, "Rees", "rees"), new(2, "Okafor", "okafor")];

    /// <summary>The channels of which nothing can be stored.</summary>
    public HashSet<long> Troubles { get; } = [];

    /// <summary>The colleagues who may do things for one team alone.</summary>
    public Dictionary<long, long> OfTeams { get; } = [];

    public FakeLines Lines { get; } = new();

    public TestForce Force => _force;

    public Store<InboxModule> Store => Get<Store<InboxModule>>();

    /// <summary>Opens the force; its intake runs unless the test starts it itself.</summary>
    public static async Task<InboxForce> OpenAsync(Dialect dialect, bool intake = true, Action<IServiceCollection>? also = null)
    {
        var inbox = new InboxForce();
        inbox._force = await TestForce.OpenAsync(dialect, services =>
        {
            services.AddSingleton<IChannels>(inbox).AddSingleton<IPeople>(inbox).AddSingleton<IConnectorLines>(inbox.Lines).AddSingleton<IChannelTroubles>(inbox);
            also?.Invoke(services);
        });
        await ActivatorUtilities.CreateInstance<ShipRules>(inbox._force.Services).StartAsync(Ct);
        if (intake)
            await inbox.Get<Intake>().StartAsync(Ct);
        return inbox;
    }

    public T Get<T>()
        where T : notnull => _force.Get<T>();

    public Task<int> TakeAsync(params CollectedItem[] items) => TakeOnAsync(100, items);

    public Task<int> TakeOnAsync(long channel, params CollectedItem[] items) =>
        Get<Intake>().TakeAsync(Channels[channel], Given.Page(null, items), Ct);

    /// <summary>A stranger wrote, and nobody has looked.</summary>
    public async Task<ConversationRow> ConversationAsync(string text = "Where can I hand in a lost purse?", string author = "wren", long channel = 100)
    {
        await TakeOnAsync(channel, Given.Item($"{author}-first", text, author));
        return (await ConversationsAsync())[^1];
    }

    /// <summary>A stranger wrote something that the shipped rules flag.</summary>
    public Task<ConversationRow> FlaggedAsync(string author = "wren") => ConversationAsync("He is on the bridge and wants to end it all", author);

    public async Task<IReadOnlyList<ConversationRow>> ConversationsAsync() =>
        [.. (await Store.QueryAsync(ConversationStatements.LoadMany, new { ids = await Store.QueryAsync(Stored.ConversationIds, null, Ct) }, Ct)).OrderBy(c => c.Id)];

    /// <summary>Somebody says in their own name that nothing more is to be done about a risk.</summary>
    public async Task AssessAsync(long conversationId)
    {
        var sergeant = TestForce.Staff(4, InboxPermissions.Read, "incidents.read", "incidents.record");
        var answers = Get<ServiceProfile>().Assessment.Headings.ToDictionary(h => h.Code, string? (_) => "Nothing more is known");
        Assert.True(await Get<AssessConversation>().HandleAsync(sergeant, conversationId, new(answers, "It is a song"), Ct));
    }

    public async Task<ConversationRow> LoadAsync(long id) => (await Store.FindAsync(ConversationStatements.Load, new { id }, Ct))!;

    public Task<IReadOnlyList<MessageRow>> MessagesAsync() => Store.QueryAsync(Stored.Messages, null, Ct);

    public async Task<IReadOnlyList<Deed>> DeedsAsync(long id) => [.. (await Store.QueryAsync(Stored.Deeds, new { id }, Ct)).Select(d => d.Kind)];

    public async Task<IReadOnlyList<T>> RaisedAsync<T>()
        where T : IEvent => [.. (await _force.RaisedAsync("inbox")).OfType<T>()];

    public Task<QueuePage> ListAsync(QueueFilter filter, Person? person = null) => Get<ReadQueue>().HandleAsync(person ?? Rees, filter, Ct);

    public async Task<IReadOnlyList<long>> SearchAsync(string words, Person? person = null) =>
        [.. (await ListAsync(new() { Words = words }, person)).Rows.Select(r => r.Id)];

    public Task<IReadOnlyList<ChannelSummary>> AllAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<ChannelSummary>>([.. Channels.Values]);

    public Task<ChannelSummary?> FindAsync(long id, CancellationToken ct) => Task.FromResult(Channels.GetValueOrDefault(id));

    public Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(Colleagues.Where(c => ids.Contains(c.Id)).ToDictionary(c => c.Id, c => c.Name));

    public Task<IReadOnlyList<PersonSummary>> WhoMayAsync(string permission, long channelId, long? teamId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PersonSummary>>([.. Colleagues.Where(c => !OfTeams.TryGetValue(c.Id, out var team) || team == teamId)]);

    public Task<IReadOnlyList<TeamSummary>> TeamsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<TeamSummary>>([new(5, "Control room")]);

    public Task CannotStoreAsync(long channelId, string why, CancellationToken ct) => Task.FromResult(Troubles.Add(channelId));

    public Task StoresAgainAsync(long channelId, CancellationToken ct) => Task.FromResult(Troubles.Remove(channelId));

    /// <summary>Lets time pass until something has become true.</summary>
    public Task AdvanceUntilAsync(Func<bool> condition, string what) => TestForce.UntilAsync(() =>
    {
        _force.Clock.Advance(TimeSpan.FromMilliseconds(500));
        return Task.FromResult(condition());
    }, what);

    public async ValueTask DisposeAsync()
    {
        await Get<Intake>().StopAsync(CancellationToken.None);
        await _force.DisposeAsync();
    }
}
