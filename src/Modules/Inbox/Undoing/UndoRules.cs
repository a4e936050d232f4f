using System.Globalization;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;

namespace PoliceSocial.Inbox.Undoing;

/// <summary>The pure rules of undoing: what can be, by whom, and when not any more.</summary>
internal static class UndoRules
{
    /// <summary>
    /// What makes an earlier act on a conversation a thing of the past. Looking, noting, tagging and what a network says of an
    /// earlier answer do not.
    /// </summary>
    private static readonly int[] Moving =
    [
        .. Enum.GetValues<Deed>()
            .Except([Deed.Viewed, Deed.ViewedOriginal, Deed.Noted, Deed.Tagged, Deed.ReplySent, Deed.ReplyRefused, Deed.ReplyOutcomeUnknown, Deed.WentPrivate, Deed.CameFromPublic, Deed.Escalated])
            .Select(d => (int)d),
    ];

    /// <summary>Can this deed be undone? An answer, a note and an acknowledgement stay said.</summary>
    public static bool CanBeUndone(this Deed deed) => deed.IsMove() || deed.IsPass() || deed == Deed.Tagged;

    /// <summary>What it takes to undo a deed is what it took to do it.</summary>
    public static string Permission(this Deed deed) => deed switch
    {
        Deed.Assigned or Deed.TakenOver => InboxPermissions.Assign,
        Deed.Claimed or Deed.HandedOver or Deed.Released => InboxPermissions.Reply,
        _ => InboxPermissions.Tag,
    };

    /// <summary>The deeds after which another can no longer be undone.</summary>
    public static IReadOnlyList<int> OvertakenBy(this Deed deed) => deed == Deed.Tagged ? [(int)Deed.Tagged] : Moving;

    /// <summary>The conversation as it was before the act.</summary>
    public static ConversationRow Restored(this ConversationRow c, UndoStepRow step)
    {
        // Whoever looked at it meanwhile has seen it: that is not taken back.
        var unread = step.State == ConversationState.Unread && c.FirstSeenAt is null;
        if (step.Deed.IsMove())
            return c.Moved(step.State == ConversationState.Unread && !unread ? ConversationState.Open : step.State, step.SnoozedUntil);
        return step.Deed.IsPass()
            ? c with { HolderId = step.HolderId, HeldSince = step.HeldSince, TeamId = step.TeamId, State = unread ? ConversationState.Unread : c.State }
            : c;
    }

    /// <summary>Why it cannot be undone, as a sentence; null where it can.</summary>
    public static string? WhyNot(this UndoStepRow step, ConversationRow c, int doneSince, DateTimeOffset now)
    {
        if (step.UndoneAt is not null)
            return "It is undone already.";
        if (now - step.At > UndoBook.Time)
            return string.Create(CultureInfo.CurrentCulture, $"It was done more than {UndoBook.Time.TotalMinutes:0} minutes ago. Nothing was changed: change the conversation itself.");
        if (doneSince > 0)
            return "Somebody has done something else with the conversation since. Nothing was changed: look at its timeline, then change it as it stands.";
        if (step.Deed.IsMove() && c.State != step.StateAfter)
            return "They wrote again since, and it is work again. Nothing was changed.";
        var restored = c.Restored(step);
        if (c.Alarms() && restored.State is ConversationState.Resolved or ConversationState.Waiting && restored.State != c.State)
            return "This conversation is flagged as a risk. Acknowledge the alarm first, so that it is on record who saw it.";
        if (c.Alarms() && restored.TeamId != c.TeamId)
            return Conversation.StaysWhileItAlarms;
        return c.FlaggedAt is not null && restored.SnoozedUntil is not null ? "A conversation that is flagged as a risk cannot be put off." : null;
    }

    /// <summary>The change that undoing makes, as those who listen know it.</summary>
    public static IEvent Change(UndoStepRow step, ConversationRow before, ConversationRow after) => step.Deed switch
    {
        Deed.Tagged => new ConversationTagged(before.Id, Lines(step.TagsRemoved), Lines(step.TagsAdded)),
        _ when step.Deed.IsPass() => new ConversationPassed(before.Id, nameof(Deed.Undone), before.HolderId, after.HolderId, after.TeamId),
        _ => new ConversationStateChanged(before.Id, before.State.ToString(), after.State.ToString(), after.SnoozedUntil),
    };

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsMove(this Deed deed) => deed is Deed.Resolved or Deed.SetWaiting or Deed.Snoozed or Deed.Reopened;

    private static bool IsPass(this Deed deed) => deed is Deed.Claimed or Deed.Assigned or Deed.HandedOver or Deed.TakenOver or Deed.Released;
}
