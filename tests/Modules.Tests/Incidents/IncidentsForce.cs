using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Incidents;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Incidents.Recording;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Incidents;

/// <summary>A force whose conversations a test invents, and whose staff may do everything with incidents.</summary>
internal sealed class IncidentsForce : IAsyncDisposable, IConversations, IPeople
{
    private static readonly string[] Everything = [.. IncidentsPermissions.All.Select(p => p.Key)];
    private readonly Dictionary<long, ConversationFacts> _conversations = [];
    private TestForce _force = null!;

    public static Person Rees { get; } = TestForce.Staff(1, Everything);

    public static Person Okafor { get; } = TestForce.Staff(2, Everything);

    /// <summary>May record, and may not lower a grade or close.</summary>
    public static Person Operator { get; } = TestForce.Staff(3, IncidentsPermissions.Read, IncidentsPermissions.Record);

    public static CancellationToken Ct => TestForce.Ct;

    public TestForce Force => _force;

    public Store<IncidentsModule> Store => Get<Store<IncidentsModule>>();

    public static async Task<IncidentsForce> OpenAsync(Dialect dialect, string profile = "police", Action<IServiceCollection>? add = null)
    {
        var incidents = new IncidentsForce();
        incidents._force = await TestForce.OpenAsync(dialect, services =>
        {
            services.AddSingleton(ProfileFile.Read(profile, ProfileFile.ShippedText(profile)));
            services.AddSingleton<IConversations>(incidents).AddSingleton<IPeople>(incidents);
            add?.Invoke(services);
        });
        return incidents;
    }

    public T Get<T>()
        where T : notnull => _force.Get<T>();

    /// <summary>A member of the public wrote; nobody but those on its channel may see it.</summary>
    public ConversationFacts Converse(
        long id, DateTimeOffset? firstContact = null, string network = "Fakebook", long channel = 100, bool rehearsal = false, DateTimeOffset? flaggedAt = null) =>
        _conversations[id] = new(
            id, channel, null, id * 10, "S. Wren", "wren", network, "The Force", true, rehearsal, firstContact ?? TestForce.Start.AddMinutes(-10),
            (firstContact ?? TestForce.Start.AddMinutes(-10)).AddSeconds(2), null, flaggedAt, null, null);

    /// <summary>An incident, from a conversation or from nothing.</summary>
    public async Task<IncidentRow> RecordAsync(long? conversation = null, string? grade = null, Person? person = null, RecordingAnswer recording = RecordingAnswer.Undecided) =>
        Assert.IsType<RecordOutcome.Recorded>(await Get<RecordIncident>().HandleAsync(person ?? Rees, Command(conversation, grade, recording), Ct)).Incident;

    public RecordCommand Command(long? conversation = null, string? grade = null, RecordingAnswer recording = RecordingAnswer.Undecided) => new(
        Get<Ids>().New(), conversation, "She was served at the Crown about half ten", "The Crown, Rugeley", Area.Urban, Get<ServiceProfile>().Categories.First().Code,
        [Get<ServiceProfile>().Qualifiers[0].Code], grade ?? Get<ServiceProfile>().Grades[0].Code, true, recording, "The account is enough");

    /// <summary>Every heading answered.</summary>
    public AssessmentCommand Assessment() => new(Get<ServiceProfile>().Assessment.Headings.ToDictionary(h => h.Code, string? (h) => $"About {h.Name}"), "Nobody is in danger now");

    public async Task<IncidentRow> LoadAsync(long id) => (await Store.FindAsync(IncidentStatements.Load, new { id }, Ct))!;

    public async Task<IReadOnlyList<Moment>> MomentsAsync(long id) =>
        [.. (await Store.QueryAsync(IncidentLog.Latest, new { id, take = 1_000 }, Ct)).Reverse().Select(e => e.Kind)];

    public async Task<IReadOnlyList<T>> RaisedAsync<T>()
        where T : IEvent => [.. (await _force.RaisedAsync("incidents")).OfType<T>()];

    public Task<IReadOnlyList<ConversationFacts>> FindAsync(IAsker asker, IReadOnlyCollection<long> conversationIds, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ConversationFacts>>([.. conversationIds.Where(_conversations.ContainsKey).Select(id => _conversations[id])]);

    public Task<IReadOnlyList<SaidMessage>> MessagesAsync(IAsker asker, IReadOnlyCollection<long> conversationIds, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SaidMessage>>([.. conversationIds.Where(_conversations.ContainsKey)
            .Select(id => new SaidMessage(id + 1, id, null, false, "I served her", _conversations[id].FirstContactAt, _conversations[id].ReceivedAt, null))]);

    public Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(ids.Where(i => i is 1 or 2 or 3).ToDictionary(i => i, i => $"Officer {i}"));

    public Task<IReadOnlyList<PersonSummary>> WhoMayAsync(string permission, long channelId, long? teamId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PersonSummary>>([new(1, "Officer 1", "one"), new(2, "Officer 2", "two")]);

    public Task<IReadOnlyList<TeamSummary>> TeamsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<TeamSummary>>([]);

    public ValueTask DisposeAsync() => _force.DisposeAsync();
}
