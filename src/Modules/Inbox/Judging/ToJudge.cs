using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Judging;

/// <summary>A message with what is known of it, to be judged.</summary>
internal sealed record ToJudge
{
    public static readonly Statement<ToJudge> Messages = Statement.Of<ToJudge>(
        """
        SELECT m.Id, m.ConversationId, m.ContactId, m.Text, m.Versions, m.ReceivedAt, c.ChannelId, c.Audience, c.PostFromChannel, c.PostNetworkId, c.FlaggedAt,
            c.FlagReasons, j.MessageVersion AS JudgedVersion, j.JudgedAt
        FROM inbox.Message AS m JOIN inbox.Conversation AS c ON c.Id = m.ConversationId LEFT JOIN inbox.Judgement AS j ON j.MessageId = m.Id
        WHERE m.Id IN @ids
        """);

    /// <summary>The newest message of the public in a conversation.</summary>
    public static readonly Statement<ToJudge> Newest = Statement.Paged<ToJudge>(
        """
        SELECT m.Id, m.ConversationId, m.ContactId, m.Text, m.Versions, m.ReceivedAt, c.ChannelId, c.Audience, c.PostFromChannel, c.PostNetworkId, c.FlaggedAt,
            c.FlagReasons, j.MessageVersion AS JudgedVersion, j.JudgedAt
        FROM inbox.Message AS m JOIN inbox.Conversation AS c ON c.Id = m.ConversationId LEFT JOIN inbox.Judgement AS j ON j.MessageId = m.Id
        WHERE m.ConversationId = @conversationId AND m.ContactId IS NOT NULL
        ORDER BY m.Id DESC
        """);

    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    /// <summary>Null where the channel wrote it.</summary>
    public long? ContactId { get; init; }

    public required string Text { get; init; }

    public required int Versions { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required long ChannelId { get; init; }

    public required Audience Audience { get; init; }

    public required bool PostFromChannel { get; init; }

    public string? PostNetworkId { get; init; }

    public DateTimeOffset? FlaggedAt { get; init; }

    public string? FlagReasons { get; init; }

    /// <summary>The version that was judged already; null for none.</summary>
    public int? JudgedVersion { get; init; }

    public DateTimeOffset? JudgedAt { get; init; }

    public bool IsJudged => JudgedVersion >= Versions;

    /// <summary>Did the rules flag this version of it?</summary>
    public bool IsFlaggedByRules =>
        FlaggedAt is { } at && (JudgedAt is null || at > JudgedAt) && Flag.FlagReasons.Read(FlagReasons) is { } reasons && reasons.MessageId == Id;
}
