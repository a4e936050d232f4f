using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Disposing;

/// <summary>What takes the content out of a conversation. Ids, times, hashes and keys stay: a network that hands the same over again brings nothing back.</summary>
internal static class EraseStatements
{
    private const string OfMessages = "MessageId IN (SELECT m.Id FROM inbox.Message AS m WHERE m.ConversationId = @conversationId AND (@messageId IS NULL OR m.Id = @messageId))";

    public static readonly Statement Aside = Statement.Of(
        $"UPDATE inbox.QuarantinedItem SET Raw = @nothing, Reading = NULL, Reason = NULL WHERE ItemKey IN (SELECT i.ItemKey FROM inbox.CapturedItem AS i WHERE i.{OfMessages})");

    public static readonly Statement Items = Statement.Of($"UPDATE inbox.CapturedItem SET NetworkId = @empty, VersionId = @empty, Raw = @nothing WHERE {OfMessages}");

    public static readonly Statement Versions = Statement.Of($"UPDATE inbox.MessageVersion SET Text = @empty WHERE {OfMessages}");

    public static readonly Statement Attachments = Statement.Of(
        $"UPDATE inbox.Attachment SET Reference = @empty, AltText = @empty, State = @givenUp, NextAttemptAt = NULL, Problem = @problem WHERE {OfMessages}");

    public static readonly Statement Messages = Statement.Of(
        """
        UPDATE inbox.Message SET Text = @empty, Language = NULL, NetworkId = @empty, InReplyTo = NULL, Permalink = NULL, ReplyHandle = @empty
        WHERE ConversationId = @conversationId AND (@messageId IS NULL OR Id = @messageId)
        """);

    /// <summary>What triage read in it; what it suggested and a person decided stays.</summary>
    public static readonly Statement Judgements = Statement.Of($"UPDATE inbox.Judgement SET Reasons = @nothingSaid, Why = NULL, Language = NULL WHERE {OfMessages}");

    public static readonly Statement Notes = Statement.Of("UPDATE inbox.Note SET Text = @empty WHERE ConversationId = @conversationId");

    public static readonly Statement PictureWords = Statement.Of(
        "UPDATE inbox.ReplyPicture SET AltText = @empty WHERE ReplyId IN (SELECT r.Id FROM inbox.Reply AS r WHERE r.ConversationId = @conversationId)");

    public static readonly Statement Replies = Statement.Of(
        "UPDATE inbox.Reply SET Text = @empty, Reason = NULL, NetworkId = NULL, Permalink = NULL WHERE ConversationId = @conversationId");

    public static readonly Statement Deeds = Statement.Of("UPDATE inbox.TimelineEntry SET Detail = NULL WHERE ConversationId = @conversationId AND Detail IS NOT NULL");

    public static readonly Statement Tags = Statement.Of("DELETE FROM inbox.ConversationTag WHERE ConversationId = @conversationId");

    public static readonly Statement Steps = Statement.Of("DELETE FROM inbox.UndoStep WHERE ConversationId = @conversationId");

    /// <summary>What came from the network, in the order in which it is erased.</summary>
    public static IReadOnlyList<Statement> OfNetwork => [Aside, Items, Versions, Attachments, Judgements, Messages];

    /// <summary>What staff wrote.</summary>
    public static IReadOnlyList<Statement> OfStaff => [Notes, PictureWords, Replies, Deeds, Tags, Steps];

    public static readonly Statement Conversation = Statement.Of(
        "UPDATE inbox.Conversation SET ThreadKey = @key, ThreadId = @empty, PostNetworkId = NULL, PostAuthor = NULL, PostPermalink = NULL WHERE Id = @conversationId");

    /// <summary>Somebody who writes again is somebody new: nothing leads from them to what was erased.</summary>
    public static readonly Statement Contact = Statement.Of(
        "UPDATE inbox.Contact SET ContactKey = @key, NetworkId = @empty, Handle = @empty, DisplayName = @empty WHERE Id = @contactId");

    /// <summary>Why somebody took two contacts for one person names both.</summary>
    public static readonly Statement Mergings = Statement.Of(
        "UPDATE inbox.ContactMerging SET Reason = @empty, PartedReason = NULL WHERE (FirstId = @contactId OR SecondId = @contactId) AND Reason <> @empty");

    public static readonly Statement Exchange = Statement.Of("UPDATE inbox.Exchange SET Request = @empty, Headers = @empty, Frame = NULL WHERE Id = @id");

    public static readonly Statement<ExchangeTimes> Exchanges = Statement.Of<ExchangeTimes>(
        $"SELECT DISTINCT e.Id, e.StartedAt, e.FinishedAt FROM inbox.Exchange AS e JOIN inbox.CapturedItem AS i ON i.ExchangeId = e.Id WHERE i.{OfMessages}");

    /// <summary>What else came with an exchange was stored soon after it; the range spares a walk over all that was ever captured.</summary>
    public static readonly Statement<int> StillNeeded = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM inbox.CapturedItem WHERE Id >= @from AND Id < @to AND ExchangeId = @id AND NetworkId <> @empty");

    /// <summary>Media that nothing else shows.</summary>
    public static readonly Statement<byte[]> Media = Statement.Of<byte[]>(
        $"""
        SELECT DISTINCT a.Sha256 FROM inbox.Attachment AS a
        WHERE a.Sha256 IS NOT NULL AND a.{OfMessages}
            AND NOT EXISTS (
                SELECT 1 FROM inbox.Attachment AS o JOIN inbox.Message AS n ON n.Id = o.MessageId
                WHERE o.Sha256 = a.Sha256 AND o.Reference <> @empty AND (n.ConversationId <> @conversationId OR (@messageId IS NOT NULL AND n.Id <> @messageId)))
        """);

    /// <summary>Pictures of answers that no other answer has.</summary>
    public static readonly Statement<byte[]> Pictures = Statement.Of<byte[]>(
        """
        SELECT DISTINCT p.Sha256 FROM inbox.ReplyPicture AS p JOIN inbox.Reply AS r ON r.Id = p.ReplyId
        WHERE r.ConversationId = @conversationId AND NOT EXISTS (
            SELECT 1 FROM inbox.ReplyPicture AS o JOIN inbox.Reply AS s ON s.Id = o.ReplyId
            WHERE o.Sha256 = p.Sha256 AND s.ConversationId <> @conversationId AND NOT EXISTS (
                SELECT 1 FROM inbox.Disposal AS d WHERE d.ConversationId = s.ConversationId AND d.MessageId IS NULL))
        """);

    /// <summary>Whether nothing else of a contact is kept.</summary>
    public static readonly Statement<int> OtherRecords = Statement.Of<int>(
        """
        SELECT COUNT(*) AS N FROM inbox.Conversation AS c
        WHERE c.ContactId = @contactId AND c.Id <> @conversationId AND NOT EXISTS (
            SELECT 1 FROM inbox.Disposal AS d WHERE d.ConversationId = c.Id AND d.MessageId IS NULL)
        """);

    public static readonly Statement<int> Unsent = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM inbox.Reply WHERE ConversationId IN @conversations AND State IN (@awaiting, @going)");

    public static readonly Statement<int> Alarming = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM inbox.Conversation WHERE Id IN @conversations AND FlaggedAt IS NOT NULL AND AcknowledgedAt IS NULL");
}

/// <summary>When an exchange with a network was.</summary>
internal sealed record ExchangeTimes
{
    public required long Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }
}
