using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Collect;

/// <summary>The conversations that a batch touches.</summary>
internal sealed class ConversationBook
{
    private const int LongestExcerpt = 1_000;
    private readonly Dictionary<long, ConversationRow> _loaded;
    private readonly Dictionary<long, ConversationRow> _now;
    private readonly Dictionary<RowKey, long> _byThread;
    private readonly Ids _ids;

    private ConversationBook(IEnumerable<ConversationRow> rows, Ids ids)
    {
        _loaded = rows.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        _now = new(_loaded);
        _byThread = _loaded.Values.ToDictionary(c => RowKey.Read(c.ThreadKey), c => c.Id);
        _ids = ids;
    }

    public static async Task<ConversationBook> LoadAsync(
        Session session, List<Arrival> arrivals, IEnumerable<long> ofMessages, Ids ids, CancellationToken ct)
    {
        var keys = arrivals.Select(a => a.ThreadKey).Distinct().Select(k => k.ToBytes()).ToList();
        var rows = (await session.QueryAsync(ConversationStatements.LoadByThread, new { keys }, ct)).ToList();
        var others = ofMessages.Except(rows.Select(r => r.Id)).ToList();
        if (others.Count > 0)
            rows.AddRange(await session.QueryAsync(ConversationStatements.LoadMany, new { ids = others }, ct));
        return new(rows, ids);
    }

    /// <summary>The private conversations that this batch began.</summary>
    public IReadOnlyList<ConversationRow> BegunPrivately => [.. _now.Values.Where(c => c.Audience == Audience.Private && !_loaded.ContainsKey(c.Id))];

    public ConversationRow? Find(long id) => _now.GetValueOrDefault(id);

    /// <summary>The conversation of an arrival, begun where there is none.</summary>
    /// <param name="arrival">What arrived.</param>
    /// <param name="contact">Who wrote it.</param>
    /// <param name="known">The conversation that it certainly belongs to (the channel's own answers follow what they answer), or null.</param>
    public ConversationRow Of(Arrival arrival, ContactRow contact, long? known)
    {
        if (known is { } id && _now.TryGetValue(id, out var conversation))
            return conversation;
        if (_byThread.TryGetValue(arrival.ThreadKey, out id))
            return _now[id];
        var post = arrival.Item.OnPost;
        conversation = new()
        {
            Id = _ids.New(),
            ThreadKey = arrival.ThreadKey.ToBytes(),
            ChannelId = arrival.Channel.Id,
            TeamId = arrival.Channel.TeamId,
            Audience = arrival.IsPrivate ? Audience.Private : Audience.Public,
            ContactId = contact.Id,
            ThreadId = Tidied.Cut(arrival.Item.ThreadId, 500),
            Rehearsal = arrival.Channel.Rehearsal,
            State = arrival.Item.FromChannel ? ConversationState.Waiting : ConversationState.Unread,
            StartedAt = arrival.ReceivedAt,
            LastMessageId = 0,
            LastKind = (int)arrival.Item.Kind,
            LastNetworkTime = arrival.Item.NetworkTime,
            LastText = "",
            MessageCount = 0,
            PostNetworkId = post is null ? null : Tidied.Cut(post.NetworkId, 500),
            PostText = post is null ? null : Tidied.Cut(post.Text, LongestExcerpt),
            PostAuthor = post is null ? null : Tidied.Cut(post.Author.Handle, 300),
            PostFromChannel = post?.FromChannel ?? false,
            PostPermalink = post?.Permalink,
            Version = 1,
        };
        _byThread[arrival.ThreadKey] = conversation.Id;
        return conversation;
    }

    public void Put(ConversationRow conversation) => _now[conversation.Id] = conversation;

    /// <summary>Writes what changed; false where somebody else saved one of them meanwhile.</summary>
    public async Task<bool> SaveAsync(Session session, CancellationToken ct)
    {
        var tallies = new Tallies();
        var inserts = new List<ConversationRow>();
        foreach (var (id, now) in _now)
        {
            var before = _loaded.GetValueOrDefault(id);
            if (ReferenceEquals(before, now))
                continue;
            tallies.Note(before, now);
            if (before is null)
                inserts.Add(now);
            else if (await session.ExecuteAsync(ConversationStatements.Save, now, ct) != 1)
                return false;
        }

        await session.ExecuteAsync(ConversationStatements.Insert, inserts, ct);
        await tallies.SaveAsync(session, ct);
        return true;
    }
}
