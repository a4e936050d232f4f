using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>A conversation as a list shows it.</summary>
internal sealed record QueueRow
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public required int Audience { get; init; }

    public required int State { get; init; }

    public required bool Rehearsal { get; init; }

    public long? HolderId { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public DateTimeOffset? FlaggedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? FirstSeenAt { get; init; }

    public required long LastMessageId { get; init; }

    public required int LastKind { get; init; }

    public required DateTimeOffset LastNetworkTime { get; init; }

    public required string LastText { get; init; }

    public required int MessageCount { get; init; }

    public string? PostText { get; init; }

    public required bool PostFromChannel { get; init; }

    public required string Handle { get; init; }

    public required string DisplayName { get; init; }
}

/// <summary>The statements of the lists. Each walks one index in its order and stops after a page.</summary>
internal static class QueueStatements
{
    public const string Columns =
        """
        c.Id, c.ChannelId, c.Audience, c.State, c.Rehearsal, c.HolderId, c.SnoozedUntil, c.FlaggedAt, c.AcknowledgedAt, c.FirstSeenAt,
        c.LastMessageId, c.LastKind, c.LastNetworkTime, c.LastText, c.MessageCount, c.PostText, c.PostFromChannel, p.Handle, p.DisplayName
        """;

    public const string From = "FROM inbox.Conversation AS c JOIN inbox.Contact AS p ON p.Id = c.ContactId";

    /// <summary>Where the person may look, and what the filter asks for.</summary>
    public const string Reach =
        """
        (@everywhere = 1 OR c.ChannelId IN @channels OR c.TeamId IN @teams)
            AND (@channelId IS NULL OR c.ChannelId = @channelId)
            AND (@audience IS NULL OR c.Audience = @audience)
            AND (@tag IS NULL OR EXISTS (SELECT 1 FROM inbox.ConversationTag AS t WHERE t.ConversationId = c.Id AND t.Tag = @tag))
        """;

    /// <summary>That, from a place on, newest first.</summary>
    public const string Filter = $"c.LastMessageId < @before AND {Reach}\nORDER BY c.LastMessageId DESC, c.Id DESC";

    public static readonly Statement<QueueRow> ByStage = Statement.Paged<QueueRow>($"SELECT {Columns} {From} WHERE c.Stage = @stage AND {Filter}");

    public static readonly Statement<QueueRow> Unclaimed = Statement.Paged<QueueRow>(
        $"SELECT {Columns} {From} WHERE c.Stage = 1 AND c.HolderId IS NULL AND {Filter}");

    /// <summary>A part of work, which walks the index of work: there is never much of that, and an index of its own would cost at every message.</summary>
    public static readonly Statement<QueueRow> Unread = Statement.Paged<QueueRow>(
        $"SELECT {Columns} {From} WHERE c.Stage = 1 AND c.State = 1 AND {Filter}");

    public static readonly Statement<QueueRow> HeldBy = Statement.Paged<QueueRow>(
        $"SELECT {Columns} {From} WHERE c.HolderId = @holderId AND c.Stage = 1 AND {Filter}");

    public static readonly Statement<QueueRow> Flagged = Statement.Paged<QueueRow>(
        $"SELECT {Columns} {From} WHERE c.FlaggedAt IS NOT NULL AND c.Stage < 3 AND {Filter}");
}
