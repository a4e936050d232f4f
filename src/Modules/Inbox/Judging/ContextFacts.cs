using System.Globalization;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Inbox.Judging;

/// <summary>What is known about messages beside their words: each a fact with words of its own, which an administrator weighs or switches off.</summary>
internal sealed class ContextFacts(Store<InboxModule> store, IContactMarkers markers, Bursts bursts)
{
    private static readonly Statement<RecentRow> Recent = Statement.Of<RecentRow>(
        """
        SELECT c.ContactId, COUNT(*) AS N FROM inbox.Conversation AS c
        WHERE c.ContactId IN @ids AND c.StartedAt >= @since
        GROUP BY c.ContactId
        """);

    /// <summary>Reads what is known about the authors of some messages.</summary>
    public async Task<Known> ReadAsync(IReadOnlyCollection<ToJudge> messages, CompiledPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        var ids = messages.Select(m => m.ContactId).OfType<long>().Distinct().ToList();
        if (ids.Count == 0)
            return new(new Dictionary<long, int>(), Enumerable.Empty<ContactMarker>().ToLookup(m => m.ContactId));
        var recent = policy.Policy.WeightOf(FactKind.RepeatContact) == 0 ? [] : await store.QueryAsync(Recent, new { ids, since = now.AddDays(-policy.Policy.RepeatDays) }, ct);
        var marked = policy.Policy.WeightOf(FactKind.KnownContact) == 0 && policy.Policy.WeightOf(FactKind.Child) == 0 ? [] : await markers.OfAsync(ids, ct);
        return new(recent.ToDictionary(r => r.ContactId, r => r.N), marked.ToLookup(m => m.ContactId));
    }

    /// <summary>The facts about a message that count.</summary>
    public IReadOnlyList<WeighedFact> Of(ToJudge message, CompiledPolicy.Found found, Known known, TriagePolicy policy)
    {
        var marked = message.ContactId is { } contact ? known.Markers[contact].ToList() : [];
        var care = marked.Where(m => m.Care).Select(m => m.Name).Distinct(StringComparer.Ordinal).ToList();
        var wrote = message.ContactId is { } writer ? known.Conversations.GetValueOrDefault(writer) : 0;
        List<WeighedFact> facts = [];
        if (message.PostFromChannel)
            Add(FactKind.OwnPost, "a comment on our own post");
        if (wrote >= policy.RepeatFrom)
            Add(FactKind.RepeatContact, string.Create(CultureInfo.InvariantCulture, $"{wrote} conversations with them within {policy.RepeatDays} days"));
        if (care.Count > 0)
            Add(FactKind.KnownContact, $"known to us: {string.Join(", ", care)}");
        if (found.Child is { } child)
            facts.Add(new(FactKind.Child, "a child", policy.WeightOf(FactKind.Child), [child]));
        else if (marked.Exists(m => m.Child))
            Add(FactKind.Child, "written by a child");
        if (found.Places.Count > 0)
            facts.Add(new(FactKind.InArea, $"in our area: {string.Join(", ", found.Places.Select(p => p.Place))}", policy.WeightOf(FactKind.InArea), [.. found.Places.Select(p => p.Where)]));
        if (policy.Desk is { } desk && !desk.Covers(ForceTime.Local(message.ReceivedAt)))
            Add(FactKind.OutOfHours, "the desk is not staffed now");
        if (BurstOf(message, found, policy) is { } burst)
            Add(FactKind.Burst, burst);
        return [.. facts.Where(f => f.Adds != 0)];

        void Add(FactKind kind, string says) => facts.Add(new(kind, says, policy.WeightOf(kind), []));
    }

    /// <summary>Counts a message under its post and its places.</summary>
    public void Count(ToJudge message, CompiledPolicy.Found found)
    {
        if (PostOf(message) is { } post)
            bursts.Note(post);
        foreach (var (place, _) in found.Places)
            bursts.Note(place);
    }

    private static string? PostOf(ToJudge message) =>
        message.PostNetworkId is { } post ? string.Create(CultureInfo.InvariantCulture, $"{message.ChannelId}\n{post}") : null;

    private string? BurstOf(ToJudge message, CompiledPolicy.Found found, TriagePolicy policy)
    {
        foreach (var (place, _) in found.Places)
        {
            if (bursts.Of(place, policy.BurstMinutes) is var n && n >= policy.BurstFrom)
                return string.Create(CultureInfo.InvariantCulture, $"{n} messages about {place} within {policy.BurstMinutes} minutes");
        }

        return PostOf(message) is { } post && bursts.Of(post, policy.BurstMinutes) is var under && under >= policy.BurstFrom
            ? string.Create(CultureInfo.InvariantCulture, $"{under} messages under one post within {policy.BurstMinutes} minutes")
            : null;
    }

    /// <summary>What is known about authors.</summary>
    /// <param name="Conversations">How many conversations each had lately.</param>
    /// <param name="Markers">What staff marked about each.</param>
    public sealed record Known(IReadOnlyDictionary<long, int> Conversations, ILookup<long, ContactMarker> Markers);

    internal sealed record RecentRow
    {
        public required long ContactId { get; init; }

        public required int N { get; init; }
    }
}
