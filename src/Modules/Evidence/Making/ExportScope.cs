using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Incidents;

namespace PoliceSocial.Evidence.Making;

/// <summary>What an export covers, with the names that appear in it; a colleague is looked up when first met.</summary>
internal sealed class ExportScope(
    IReadOnlyList<long> conversations, IncidentContents? incident, IReadOnlyList<long> published, bool withNotes, bool withSensitive,
    IReadOnlyDictionary<long, string> channels, IPeople people)
{
    private readonly Dictionary<long, string> _names = new() { [0] = "the service" };

    public IReadOnlyList<long> Conversations => conversations;

    /// <summary>The incident that it covers, or none.</summary>
    public IReadOnlyList<long> Incidents => incident is null ? [] : [incident.Incident.Id];

    /// <summary>What was published in those conversations.</summary>
    public IReadOnlyList<long> Published => published;

    public bool WithNotes => withNotes;

    /// <summary>Whether an exhibit may be named in it: a sensitive one that is not relied on only where the prosecutor is to have its schedule.</summary>
    public bool Names(ExhibitRow exhibit) => withSensitive || exhibit.Sensitive is null || exhibit.Used;

    /// <summary>What it covers, in words.</summary>
    public string Words => (incident, conversations.Count) switch
    {
        ({ Incident.Number: var number }, 0) => $"incident {number}",
        ({ Incident.Number: var number }, _) => $"incident {number} with {Talks}",
        _ => Talks,
    };

    private string Talks => conversations.Count <= 5
        ? $"conversation {string.Join(", ", conversations)}"
        : FormattableString.Invariant($"{conversations.Count} conversations, {conversations[0]} to {conversations[^1]}");

    /// <summary>Where in the bag an exhibit is.</summary>
    public string WhereIs(ExhibitRow exhibit) => exhibit.Target switch
    {
        ExhibitTarget.Attachment => "media",
        ExhibitTarget.Post => FormattableString.Invariant($"timeline.json, reply {exhibit.TargetId}"),
        ExhibitTarget.Incident => incident is null ? "" : $"{IncidentBook.FileOf(incident.Incident.Number)}.json",
        ExhibitTarget.Conversation or ExhibitTarget.Message => FormattableString.Invariant($"timeline.json, {exhibit.Target.ToString().ToLowerInvariant()} {exhibit.TargetId}"),
    };

    /// <summary>Looks names up that are not known yet.</summary>
    public async Task LearnAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        var unknown = ids.Where(p => !_names.ContainsKey(p)).ToList();
        if (unknown.Count == 0)
            return;
        var found = await people.NamesAsync(unknown, ct);
        foreach (var id in unknown)
            _names[id] = found.GetValueOrDefault(id, FormattableString.Invariant($"person {id}"));
    }

    /// <summary>A colleague's name.</summary>
    public string NameOf(long personId) => _names.GetValueOrDefault(personId, FormattableString.Invariant($"person {personId}"));

    public string ChannelOf(long channelId) => channels.GetValueOrDefault(channelId, FormattableString.Invariant($"channel {channelId}"));
}
