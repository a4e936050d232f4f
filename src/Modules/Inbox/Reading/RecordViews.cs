using System.Security.Cryptography;
using System.Text;
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
internal sealed class RecordViews(Store<InboxModule> store, Timeline timeline, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind List = new("inbox.view-list");
    public static readonly ActKind Search = new("inbox.search");
    public static readonly ActKind One = new("inbox.view-conversation");
    private readonly Shown _shown = new(clock);

    public async Task OfListAsync(Person person, QueueFilter filter, IReadOnlyList<QueueRow> rows, CancellationToken ct)
    {
        var fresh = rows.Where(r => !_shown.Was(InList(person, r), EditionOf(r))).ToList();
        var isSearch = !string.IsNullOrWhiteSpace(filter.Words);
        if (fresh.Count == 0 && !isSearch)
            return;
        await using var session = await store.BeginAsync(acts.By(person, isSearch ? Search : List), ct);
        session.Raise(isSearch
            ? new MessagesSearched(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(filter.Words!.Trim()))), [.. rows.Select(r => r.Id)])
            : new QueueViewed(filter.Listing.ToString(), [.. fresh.Select(r => r.Id)]));
        await session.CommitAsync(ct);
        _shown.Remember(fresh.Select(r => (InList(person, r), EditionOf(r))));
    }

    /// <summary>Records that a conversation is shown; the first to look ends its time unseen.</summary>
    /// <param name="person">Who is shown it.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="newestItem">The newest message, edit or deletion in it: with another, something else is shown.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ConversationRow> OfConversationAsync(Person person, ConversationRow conversation, long newestItem, CancellationToken ct)
    {
        var (sight, edition) = (new Sight(person.SessionId, conversation.Id, Whole: true), new Edition(conversation.LastMessageId, newestItem));
        if (conversation.FirstSeenAt is not null && _shown.Was(sight, edition))
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
        _shown.Remember([(sight, edition)]);
        return after;
    }

    private static Sight InList(Person person, QueueRow row) => new(person.SessionId, row.Id, Whole: false);

    private static Edition EditionOf(QueueRow row) => new(row.LastMessageId, row.LastText.GetHashCode(StringComparison.Ordinal));
}
