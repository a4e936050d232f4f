using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Evidence;

/// <summary>
/// Material is read in two steps: first every id, eight bytes each, then the rows a few hundred at a time. So nothing large is ever
/// sorted, and a scope of any size takes little memory.
/// </summary>
internal static class MaterialStatements
{
    private const string Person =
        """
        JOIN inbox.Conversation c ON c.Id = m.ConversationId
        LEFT JOIN inbox.Contact p ON p.Id = m.ContactId
        """;

    public static readonly Statement<MaterialScopeRow> Scopes = Statement.Of<MaterialScopeRow>(
        "SELECT Id, ChannelId, TeamId, MessageCount FROM inbox.Conversation WHERE Id IN @ids");

    public static readonly Statement<long> MessageIds = Statement.Of<long>("SELECT Id FROM inbox.Message WHERE ConversationId IN @ids");

    public static readonly Statement<long> EditIds = Statement.Of<long>(
        "SELECT v.ItemId FROM inbox.MessageVersion v JOIN inbox.Message m ON m.Id = v.MessageId WHERE m.ConversationId IN @ids AND m.Versions > 1 AND v.Number > 1");

    public static readonly Statement<long> DeletionIds = Statement.Of<long>(
        "SELECT i.Id FROM inbox.CapturedItem i JOIN inbox.Message m ON m.Id = i.MessageId WHERE m.ConversationId IN @ids AND m.DeletedAt IS NOT NULL AND i.Change = @deleted");

    public static readonly Statement<long> ReplyIds = Statement.Of<long>("SELECT Id FROM inbox.Reply WHERE ConversationId IN @ids");

    public static readonly Statement<long> NoteIds = Statement.Of<long>("SELECT Id FROM inbox.Note WHERE ConversationId IN @ids");

    public static readonly Statement<long> DeedIds = Statement.Of<long>("SELECT Id FROM inbox.TimelineEntry WHERE ConversationId IN @ids");

    public static readonly Statement<ItemKeyRow> ItemKeys = Statement.Of<ItemKeyRow>(
        "SELECT i.Id, i.ExchangeId FROM inbox.CapturedItem i JOIN inbox.Message m ON m.Id = i.MessageId WHERE m.ConversationId IN @ids");

    public static readonly Statement<long> AttachmentIds = Statement.Of<long>(
        "SELECT a.Id FROM inbox.Attachment a JOIN inbox.Message m ON m.Id = a.MessageId WHERE m.ConversationId IN @ids");

    public static readonly Statement<MaterialMessageRow> Messages = Statement.Of<MaterialMessageRow>(
        $"""
        SELECT m.Id, m.Id AS MessageId, m.ConversationId, c.ChannelId, c.Audience, m.ContactId, p.Handle, p.DisplayName, COALESCE(v.Text, m.Text) AS Text,
            m.NetworkId, m.Permalink, m.NetworkTime, m.ReceivedAt, i.RawSha256
        FROM inbox.Message m
        {Person}
        LEFT JOIN inbox.MessageVersion v ON v.MessageId = m.Id AND v.Number = 1
        LEFT JOIN inbox.CapturedItem i ON i.Id = (SELECT MIN(f.Id) AS Id FROM inbox.CapturedItem f WHERE f.MessageId = m.Id)
        WHERE m.Id IN @ids
        """);

    public static readonly Statement<MaterialMessageRow> Edits = Statement.Of<MaterialMessageRow>(
        $"""
        SELECT i.Id, m.Id AS MessageId, m.ConversationId, c.ChannelId, c.Audience, m.ContactId, p.Handle, p.DisplayName, v.Text,
            m.NetworkId, m.Permalink, i.NetworkTime, i.ReceivedAt, i.RawSha256
        FROM inbox.CapturedItem i
        JOIN inbox.Message m ON m.Id = i.MessageId
        JOIN inbox.MessageVersion v ON v.MessageId = m.Id AND v.ItemId = i.Id
        {Person}
        WHERE i.Id IN @ids
        """);

    public static readonly Statement<MaterialMessageRow> Deletions = Statement.Of<MaterialMessageRow>(
        $"""
        SELECT i.Id, m.Id AS MessageId, m.ConversationId, c.ChannelId, c.Audience, m.ContactId, p.Handle, p.DisplayName, '' AS Text,
            m.NetworkId, m.Permalink, i.NetworkTime, i.ReceivedAt, i.RawSha256
        FROM inbox.CapturedItem i
        JOIN inbox.Message m ON m.Id = i.MessageId
        {Person}
        WHERE i.Id IN @ids
        """);

    public static readonly Statement<MaterialDeedRow> Replies = Statement.Of<MaterialDeedRow>(
        """
        SELECT r.Id, r.ConversationId, r.ChannelId, r.Audience, r.AuthorId AS ActorId, r.WrittenAt AS At, r.State AS Kind, r.Text, r.NetworkId, r.Permalink
        FROM inbox.Reply r WHERE r.Id IN @ids
        """);

    public static readonly Statement<MaterialDeedRow> Notes = Statement.Of<MaterialDeedRow>(
        """
        SELECT n.Id, n.ConversationId, c.ChannelId, c.Audience, n.AuthorId AS ActorId, n.At, 0 AS Kind, n.Text, NULL AS NetworkId, NULL AS Permalink
        FROM inbox.Note n JOIN inbox.Conversation c ON c.Id = n.ConversationId WHERE n.Id IN @ids
        """);

    public static readonly Statement<MaterialDeedRow> Deeds = Statement.Of<MaterialDeedRow>(
        """
        SELECT t.Id, t.ConversationId, c.ChannelId, c.Audience, t.ActorId, t.At, t.Kind, COALESCE(t.Detail, '') AS Text, NULL AS NetworkId, NULL AS Permalink
        FROM inbox.TimelineEntry t JOIN inbox.Conversation c ON c.Id = t.ConversationId WHERE t.Id IN @ids
        """);

    public static readonly Statement<MaterialItemRow> Items = Statement.Of<MaterialItemRow>(
        """
        SELECT i.Id, i.MessageId, m.ContactId, i.NetworkId, i.RawType, i.Raw, i.RawSha256, i.ReceivedAt, i.ExchangeId, e.Request, e.Status, e.Headers, e.Sha256,
            e.StartedAt, e.FinishedAt
        FROM inbox.CapturedItem i
        JOIN inbox.Message m ON m.Id = i.MessageId
        LEFT JOIN inbox.Exchange e ON e.Id = i.ExchangeId
        WHERE i.Id IN @ids
        """);

    public static readonly Statement<FrameRow> Frames = Statement.Of<FrameRow>("SELECT Id, Frame FROM inbox.Exchange WHERE Id IN @ids AND Frame IS NOT NULL");

    public static readonly Statement<MaterialAttachmentRow> Attachments = Statement.Of<MaterialAttachmentRow>(
        """
        SELECT a.Id, a.MessageId, m.ContactId, a.ClaimedType, a.FoundType, a.AltText, a.State, a.Problem, a.Sha256
        FROM inbox.Attachment a JOIN inbox.Message m ON m.Id = a.MessageId WHERE a.MessageId IN @ids ORDER BY a.Id
        """);

    public static readonly Statement<MaterialAttachmentRow> AttachmentsById = Statement.Of<MaterialAttachmentRow>(
        """
        SELECT a.Id, a.MessageId, m.ContactId, a.ClaimedType, a.FoundType, a.AltText, a.State, a.Problem, a.Sha256
        FROM inbox.Attachment a JOIN inbox.Message m ON m.Id = a.MessageId WHERE a.Id IN @ids ORDER BY a.Id
        """);
}
