using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>
/// Records who was shown what, before it is shown. A screen that refreshes itself shows the same again: what a sign-in session
/// was shown in the last quarter of an hour, unchanged, is not recorded anew. What was edited since is another thing to be shown.
/// </summary>
internal sealed class RecordViews(Store<InboxModule> store, Timeline timeline, ActFactory acts, TimeProvider clock) : IDisposable
{
    public static readonly ActKind List = new("inbox.view-list");
    public static readonly ActKind Search = new("inbox.search");
    public static readonly ActKind One = new("inbox.view-conversation");
    private static readonly TimeSpan Same = TimeSpan.FromMinutes(15);
    private readonly MemoryCache _shown = new(new MemoryCacheOptions { SizeLimit = 500_000, Clock = new CacheClock(clock) });

    public async Task OfListAsync(Person person, QueueFilter filter, IReadOnlyList<QueueRow> rows, CancellationToken ct)
    {
        var fresh = rows.Where(r => !WasShown(InList(person, r))).ToList();
        var isSearch = !string.IsNullOrWhiteSpace(filter.Words);
        if (fresh.Count == 0 && !isSearch)
            return;
        await using var session = await store.BeginAsync(acts.By(person, isSearch ? Search : List), ct);
        session.Raise(isSearch
            ? new MessagesSearched(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(filter.Words!.Trim()))), [.. rows.Select(r => r.Id)])
            : new QueueViewed(filter.Listing.ToString(), [.. fresh.Select(r => r.Id)]));
        await session.CommitAsync(ct);
        foreach (var row in fresh)
            Remember(InList(person, row));
    }

    /// <summary>Records that a conversation is shown; the first to look ends its time unseen.</summary>
    /// <param name="person">Who is shown it.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="newestItem">The newest message, edit or deletion in it: with another, something else is shown.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ConversationRow> OfConversationAsync(Person person, ConversationRow conversation, long newestItem, CancellationToken ct)
    {
        var seen = new Shown(person.SessionId, conversation.Id, conversation.LastMessageId, newestItem, IsList: false);
        if (conversation.FirstSeenAt is not null && WasShown(seen))
            return conversation;
        await using var session = await store.BeginAsync(acts.By(person, One), ct);
        var now = await session.FindAsync(ConversationStatements.Load, new { id = conversation.Id }, ct) ?? conversation;
        var after = now.Seen(session.Act.At);
        if (after != now && await session.ExecuteAsync(ConversationStatements.Save, after, ct) == 1)
        {
            var tallies = new Tallies();
            tallies.Note(now, after);
            await tallies.SaveAsync(session, ct);
        }

        await timeline.AddAsync(session, conversation.Id, Deed.Viewed, ct);
        session.Raise(new ConversationViewed(conversation.Id, conversation.ContactId, conversation.LastMessageId));
        await session.CommitAsync(ct);
        Remember(seen);
        return after;
    }

    public void Dispose() => _shown.Dispose();

    private static Shown InList(Person person, QueueRow row) =>
        new(person.SessionId, row.Id, row.LastMessageId, row.LastText.GetHashCode(StringComparison.Ordinal), IsList: true);

    private bool WasShown(Shown what) => _shown.TryGetValue(what, out _);

    private void Remember(Shown what) =>
        _shown.Set(what, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Same });

    /// <summary>What a sign-in session was shown.</summary>
    /// <param name="SessionId">The sign-in session.</param>
    /// <param name="ConversationId">The conversation.</param>
    /// <param name="LastMessageId">Its newest message then.</param>
    /// <param name="Edition">Which wording of it: an edit makes another.</param>
    /// <param name="IsList">True where it was an excerpt in a list.</param>
    private sealed record Shown(long SessionId, long ConversationId, long LastMessageId, long Edition, bool IsList);

    private sealed class CacheClock(TimeProvider clock) : ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }
}
