using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>What the inbox holds, row by row, for tests to look at.</summary>
internal static class Stored
{
    public static readonly Statement<CapturedItemRow> Items = Statement.Of<CapturedItemRow>(
        """
        SELECT Id, ItemKey, ChannelId, MessageId, ExchangeId, NetworkId, VersionId, Change, NetworkTime, ReceivedAt, RawType, Raw, RawSha256
        FROM inbox.CapturedItem ORDER BY Id
        """);

    public static readonly Statement OneMoreOfEach = Statement.Of("UPDATE inbox.Tally SET N = N + 1 WHERE N > 0");

    public static readonly Statement<MessageRow> Messages = Statement.Of<MessageRow>(
        """
        SELECT Id, MessageKey, ConversationId, ContactId, Kind, Text, Language, NetworkId, InReplyTo, Permalink, ReplyHandle, NetworkTime,
            ReceivedAt, Versions, DeletedAt
        FROM inbox.Message ORDER BY Id
        """);

    public static readonly Statement<MessageVersionRow> Versions = Statement.Of<MessageVersionRow>(
        "SELECT MessageId, Number, ItemId, Text, NetworkTime, ObservedAt FROM inbox.MessageVersion ORDER BY MessageId, Number");

    public static readonly Statement<ContactRow> Contacts = Statement.Of<ContactRow>(
        "SELECT Id, ContactKey, Connector, NetworkId, Handle, DisplayName, Rehearsal, FirstSeenAt FROM inbox.Contact ORDER BY Id");

    public static readonly Statement<ExchangeRow> Exchanges = Statement.Of<ExchangeRow>(
        "SELECT Id, ChannelId, Request, Status, Headers, Sha256, StartedAt, FinishedAt FROM inbox.Exchange ORDER BY Id");

    public static readonly Statement<long> ConversationIds = Statement.Of<long>("SELECT Id FROM inbox.Conversation ORDER BY Id");

    public static readonly Statement<TimelineRow> Deeds = Statement.Of<TimelineRow>(
        "SELECT Id, Kind, ActorKind, ActorId, At, OtherId, Detail FROM inbox.TimelineEntry WHERE ConversationId = @id ORDER BY Id");

    public static readonly Statement<TallyRow> Tallies = Statement.Of<TallyRow>(
        "SELECT ChannelId, TeamId, Queue, N FROM inbox.Tally WHERE N <> 0 ORDER BY ChannelId, TeamId, Queue");

    /// <summary>The size of a queue, as the counter says.</summary>
    internal sealed record TallyRow
    {
        public required long ChannelId { get; init; }

        public required long TeamId { get; init; }

        public required Queue Queue { get; init; }

        public required int N { get; init; }
    }
}
