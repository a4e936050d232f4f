using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Looks;

/// <summary>What must be said before a history is shown.</summary>
/// <param name="Purpose">True where a channel of theirs asks what for.</param>
/// <param name="Authority">True where they or the force have looked so often that it may be surveillance.</param>
/// <param name="Before">How often.</param>
/// <param name="Policy">The policy that asks.</param>
internal sealed record LookQuestions(bool Purpose, bool Authority, LookCounts Before, LookPolicy Policy)
{
    public bool Any => Purpose || Authority;
}

/// <summary>Counts and keeps looks at the histories of members of the public.</summary>
internal sealed class LookBook(Store<InboxModule> store, IChannels channels)
{
    /// <summary>Coming back within this time of opening a history is the same look: a conversation was read, and the way back taken.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(15);

    public const string Columns = "Id, ContactId, ViewerId, At, Purpose, Basis, Grounds";

    private static readonly Statement Insert = Statement.Of(
        $"INSERT INTO inbox.ContactLook ({Columns}) VALUES (@Id, @ContactId, @ViewerId, @At, @Purpose, @Basis, @Grounds)");

    private static readonly Statement<LookRow> Newest = Statement.Paged<LookRow>(
        $"""
        SELECT {Columns} FROM inbox.ContactLook
        WHERE ContactId = @contactId AND ViewerId = @viewerId AND At >= @since
        ORDER BY At DESC, Id DESC
        """);

    private static readonly Statement<CountsRow> Counted = Statement.Of<CountsRow>(
        """
        SELECT COUNT(CASE WHEN ViewerId = @viewerId THEN 1 END) AS Own, COUNT(*) AS N
        FROM inbox.ContactLook WHERE ContactId = @contactId AND At >= @since
        """);

    /// <summary>The look that somebody's coming back now belongs to, or null.</summary>
    public async Task<LookRow?> SittingAsync(Person person, long contactId, DateTimeOffset now, CancellationToken ct) =>
        (await store.QueryAsync(Newest, new { contactId, viewerId = person.Id, since = now - Sitting, take = 1 }, ct)).SingleOrDefault();

    /// <summary>What must be said before this person is shown it.</summary>
    public async Task<LookQuestions> QuestionsAsync(Person person, ContactHistory history, DateTimeOffset now, CancellationToken ct)
    {
        var policy = await LookPolicy.ReadAsync(store, ct);
        var args = new { contactId = history.Contact.Id, viewerId = person.Id, since = now.AddDays(-policy.WindowDays) };
        var counts = await store.FindAsync(Counted, args, ct) is { } row ? new LookCounts(row.Own, row.N) : default;

        // A channel asks, of those by which the person wrote what would be shown.
        var concerned = history.Conversations.Select(c => c.ChannelId).ToHashSet();
        var purpose = (await channels.AllAsync(ct)).Any(c => c.PurposeNeeded && concerned.Contains(c.Id));
        return new(purpose, policy.AsksAuthority(counts), counts, policy);
    }

    /// <summary>Keeps a look and tells of it, in the session of whoever looks.</summary>
    public static async Task KeepAsync(Session session, LookRow look, LookCounts before, CancellationToken ct)
    {
        await session.ExecuteAsync(Insert, look, ct);
        session.Raise(new ContactLookCounted(look.ContactId, look.Id, look.Basis.ToString(), before.Own + 1, before.All + 1));
    }

    private sealed record CountsRow
    {
        public required int Own { get; init; }

        public required int N { get; init; }
    }
}
