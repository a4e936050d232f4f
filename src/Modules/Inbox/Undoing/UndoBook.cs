using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Undoing;

/// <summary>Keeps what conversations were before acts that can be undone, in the session of each act, and forgets it in time.</summary>
internal static class UndoBook
{
    /// <summary>How long an act can be undone: long enough for a slip of the hand, short enough that nobody builds on it.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);

    private const string Columns =
        """
        ActId, ConversationId, PersonId, EntryId, Deed, State, StateAfter, SnoozedUntil, HolderId, HeldSince, TeamId, TagsAdded,
        TagsRemoved, At, UndoneAt
        """;

    public static readonly Statement<UndoStepRow> OfAct = Statement.Of<UndoStepRow>(
        $"SELECT {Columns} FROM inbox.UndoStep WHERE ActId = @actId AND PersonId = @personId ORDER BY ConversationId");

    /// <summary>Marks a step as undone; changes nothing where it is already.</summary>
    public static readonly Statement MarkUndone = Statement.Of(
        "UPDATE inbox.UndoStep SET UndoneAt = @at WHERE ActId = @actId AND ConversationId = @conversationId AND UndoneAt IS NULL");

    /// <summary>How often any of some deeds was done to a conversation after an entry of its timeline.</summary>
    public static readonly Statement<int> DoneSince = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM inbox.TimelineEntry WHERE ConversationId = @conversationId AND Id > @entryId AND Kind IN @deeds");

    private static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.UndoStep ({Columns})
        VALUES (@ActId, @ConversationId, @PersonId, @EntryId, @Deed, @State, @StateAfter, @SnoozedUntil, @HolderId, @HeldSince, @TeamId,
            @TagsAdded, @TagsRemoved, @At, @UndoneAt)
        """);

    private static readonly Statement Forget = Statement.Of("DELETE FROM inbox.UndoStep WHERE At < @before");

    /// <summary>Remembers what a conversation was before the session's act.</summary>
    public static async Task RememberAsync(
        Session session, ConversationRow before, ConversationRow after, Deed deed, long entryId, IEnumerable<string> tagsAdded,
        IEnumerable<string> tagsRemoved, CancellationToken ct)
    {
        await session.BookkeepAsync(Forget, new { before = session.Act.At - (4 * Time) }, ct);
        await session.ExecuteAsync(Insert, new UndoStepRow
        {
            ActId = session.Act.Id,
            ConversationId = before.Id,
            PersonId = session.Act.Actor.Id,
            EntryId = entryId,
            Deed = deed,
            State = before.State,
            StateAfter = after.State,
            SnoozedUntil = before.SnoozedUntil,
            HolderId = before.HolderId,
            HeldSince = before.HeldSince,
            TeamId = before.TeamId,
            TagsAdded = string.Join('\n', tagsAdded),
            TagsRemoved = string.Join('\n', tagsRemoved),
            At = session.Act.At,
        }, ct);
    }
}
