using PoliceSocial.Inbox.Model;

namespace PoliceSocial.Inbox.Undoing;

/// <summary>What a conversation was before an act on it.</summary>
internal sealed record UndoStepRow
{
    public required long ActId { get; init; }

    public required long ConversationId { get; init; }

    public required long PersonId { get; init; }

    /// <summary>The timeline's entry of the act: what came after it decides whether it can be undone.</summary>
    public required long EntryId { get; init; }

    public required Deed Deed { get; init; }

    public required ConversationState State { get; init; }

    public required ConversationState StateAfter { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public long? HolderId { get; init; }

    public DateTimeOffset? HeldSince { get; init; }

    public long? TeamId { get; init; }

    /// <summary>The tags that the act put on, one on each line.</summary>
    public required string TagsAdded { get; init; }

    /// <summary>The tags that the act took off, one on each line.</summary>
    public required string TagsRemoved { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}
