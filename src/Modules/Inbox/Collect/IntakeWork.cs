using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// The rows that a batch touches, loaded once, changed in memory and written once: a hundred items cost a handful of reads.
/// </summary>
internal sealed class IntakeWork
{
    private const int Excerpt = 200;
    private const int LongestDetail = 1_000;
    private readonly Ids _ids;
    private readonly RuleSet _rules;
    private readonly Dictionary<RowKey, MessageRow> _messages;
    private readonly ContactBook _contacts;
    private readonly ConversationBook _conversations;
    private readonly List<CapturedItemRow> _items = [];
    private readonly List<MessageRow> _newMessages = [];
    private readonly List<(MessageRow Message, bool TextChanged)> _changedMessages = [];
    private readonly List<(MessageRow Before, MessageRow After, long ItemId, DateTimeOffset At)> _versions = [];
    private readonly List<object> _attachments = [];
    private readonly List<ItemCaptured> _captured = [];
    private readonly List<(ConversationFlagged Event, string Because)> _flagged = [];

    private IntakeWork(Ids ids, RuleSet rules, Dictionary<RowKey, MessageRow> messages, ContactBook contacts, ConversationBook conversations)
    {
        _ids = ids;
        _rules = rules;
        _messages = messages;
        _contacts = contacts;
        _conversations = conversations;
    }

    /// <summary>Loads what the arrivals may touch.</summary>
    public static async Task<IntakeWork> LoadAsync(
        Session session, List<Arrival> arrivals, Dictionary<RowKey, MessageRow> messages, Ids ids, RuleSet rules, CancellationToken ct) =>
        new(ids, rules, messages, await ContactBook.LoadAsync(session, arrivals, ids, ct),
            await ConversationBook.LoadAsync(session, arrivals, messages.Values.Select(m => m.ConversationId), ids, ct));

    /// <summary>The private conversations that this batch began.</summary>
    public IReadOnlyList<ConversationRow> BegunPrivately => _conversations.BegunPrivately;

    /// <summary>Takes one arrival in, in memory.</summary>
    public void Take(Arrival arrival)
    {
        var itemId = _ids.New();
        var message = _messages.TryGetValue(arrival.MessageKey, out var existing) ? Change(existing, arrival, itemId) : Begin(arrival, itemId);
        _messages[arrival.MessageKey] = message;
        _items.Add(ToRow(arrival, itemId, message.Id));
        _captured.Add(new(
            itemId, message.Id, message.ConversationId, arrival.Channel.Id, arrival.Item.Change.ToString(), arrival.Item.Kind.ToString(),
            arrival.Item.NetworkTime, arrival.ReceivedAt, Convert.ToBase64String(arrival.RawSha256)));
    }

    /// <summary>Writes everything; false where somebody changed a conversation meanwhile.</summary>
    public async Task<bool> SaveAsync(Session session, Timeline timeline, CancellationToken ct)
    {
        await _contacts.SaveAsync(session, ct);
        if (!await _conversations.SaveAsync(session, ct))
            return false;
        await session.ExecuteAsync(IntakeStatements.InsertItem, _items, ct);
        await session.ExecuteAsync(IntakeStatements.InsertMessage, _newMessages.Select(m => _messages[RowKey.Read(m.MessageKey)]).ToList(), ct);
        foreach (var (message, textChanged) in _changedMessages)
            await session.ExecuteAsync(textChanged ? IntakeStatements.SaveMessageText : IntakeStatements.SaveMessage, message, ct);
        foreach (var version in _versions)
            await SaveVersionAsync(session, version, ct);
        await session.ExecuteAsync(IntakeStatements.InsertAttachment, _attachments, ct);
        foreach (var (flagged, because) in _flagged)
            await timeline.AddAsync(session, flagged.ConversationId, Deed.Flagged, ct, detail: because);
        await session.ExecuteAsync(IntakeStatements.IndexMessages, new { messages = _newMessages.Select(m => m.Id).ToList() }, ct);
        _captured.ForEach(session.Raise);
        _flagged.ForEach(f => session.Raise(f.Event));
        return true;
    }

    private static CapturedItemRow ToRow(Arrival arrival, long itemId, long messageId) => new()
    {
        Id = itemId,
        ItemKey = arrival.ItemKey.ToBytes(),
        ChannelId = arrival.Channel.Id,
        MessageId = messageId,
        ExchangeId = arrival.ExchangeId,
        NetworkId = arrival.NetworkId,
        VersionId = arrival.VersionId,
        Change = (int)arrival.Item.Change,
        NetworkTime = arrival.Item.NetworkTime,
        ReceivedAt = arrival.ReceivedAt,
        RawType = arrival.Item.RawType,
        Raw = arrival.Item.Raw.ToArray(),
        RawSha256 = arrival.RawSha256,
    };

    private static async Task SaveVersionAsync(
        Session session, (MessageRow Before, MessageRow After, long ItemId, DateTimeOffset At) version, CancellationToken ct)
    {
        var (before, after, itemId, at) = version;
        if (before.Versions == 1)
        {
            var first = await session.FindAsync(IntakeStatements.FirstItemOf, new { messageId = before.Id }, ct) ?? 0;
            await session.ExecuteAsync(IntakeStatements.InsertVersion, ToVersion(before, 1, first, before.NetworkTime, before.ReceivedAt), ct);
        }

        await session.ExecuteAsync(IntakeStatements.InsertVersion, ToVersion(after, after.Versions, itemId, at, at), ct);
    }

    private static MessageVersionRow ToVersion(MessageRow message, int number, long itemId, DateTimeOffset networkTime, DateTimeOffset at) => new()
    {
        MessageId = message.Id,
        Number = number,
        ItemId = itemId,
        Text = message.Text,
        NetworkTime = networkTime,
        ObservedAt = at,
    };

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private MessageRow Begin(Arrival arrival, long itemId)
    {
        var item = arrival.Item;
        var contact = _contacts.Of(arrival);
        var parent = arrival.ParentKey is { } key ? _messages.GetValueOrDefault(key) : null;
        var conversation = _conversations.Of(arrival, contact, item.FromChannel ? parent?.ConversationId : null);
        var message = new MessageRow
        {
            Id = itemId,
            MessageKey = arrival.MessageKey.ToBytes(),
            ConversationId = conversation.Id,
            ContactId = item.FromChannel ? null : contact.Id,
            Kind = (int)item.Kind,
            Text = item.Text,
            Language = item.Language,
            NetworkId = arrival.NetworkId,
            InReplyTo = arrival.InReplyTo,
            Permalink = item.Permalink,
            ReplyHandle = item.ReplyHandle,
            NetworkTime = item.NetworkTime,
            ReceivedAt = arrival.ReceivedAt,
            Versions = 1,
            DeletedAt = item.Change == ItemChange.Deleted ? arrival.ReceivedAt : null,
        };
        _newMessages.Add(message);
        AddAttachments(arrival, message);
        var after = conversation with
        {
            LastMessageId = message.Id,
            LastKind = message.Kind,
            LastNetworkTime = item.NetworkTime,
            LastText = Tidied.Cut(item.Text, Excerpt),
            MessageCount = conversation.MessageCount + 1,
            // The author's clock may claim a later time, and would hold the network's window for answers open.
            LastInboundAt = item.FromChannel ? conversation.LastInboundAt : Earlier(item.NetworkTime, arrival.ReceivedAt),
        };
        _conversations.Put(item.FromChannel ? after : Judge(after.Arrived(), message, arrival));
        return message;
    }

    private MessageRow Change(MessageRow message, Arrival arrival, long itemId)
    {
        var item = arrival.Item;
        if (item.Change == ItemChange.Deleted)
        {
            var deleted = message with { DeletedAt = message.DeletedAt ?? arrival.ReceivedAt };
            return Keep(deleted, textChanged: false);
        }

        if (item.Text == message.Text)
            return Keep(message with { ReplyHandle = item.ReplyHandle, Permalink = item.Permalink ?? message.Permalink }, textChanged: false);

        var edited = message with { Text = item.Text, ReplyHandle = item.ReplyHandle, Versions = message.Versions + 1 };
        _versions.Add((message, edited, itemId, arrival.ReceivedAt));
        AddAttachments(arrival, edited);
        if (_conversations.Find(message.ConversationId) is { } conversation)
        {
            if (conversation.LastMessageId == message.Id)
                conversation = conversation with { LastText = Tidied.Cut(item.Text, Excerpt) };
            _conversations.Put(item.FromChannel ? conversation : Judge(conversation.Arrived(), edited, arrival));
        }

        return Keep(edited, textChanged: true);
    }

    private MessageRow Keep(MessageRow message, bool textChanged)
    {
        if (_newMessages.All(m => m.Id != message.Id))
            _changedMessages.Add((message, textChanged));
        return message;
    }

    private ConversationRow Judge(ConversationRow conversation, MessageRow message, Arrival arrival)
    {
        var findings = _rules.Judge(new(message.Text, arrival.IsPrivate, conversation.PostFromChannel));
        if (findings.Count == 0)
            return conversation;
        _flagged.Add((
            new(conversation.Id, message.Id, arrival.Channel.Id, [.. findings.Select(f => $"{f.RuleId}.{f.RuleVersion}")]),
            Tidied.Cut(string.Join(", ", findings.Select(f => f.Rule)), LongestDetail)));
        return conversation.Flagged(arrival.ReceivedAt, Finding.ToJson(message.Id, findings));
    }

    private void AddAttachments(Arrival arrival, MessageRow message)
    {
        foreach (var media in arrival.Item.Media)
        {
            _attachments.Add(new
            {
                id = _ids.New(),
                messageId = message.Id,
                channelId = arrival.Channel.Id,
                reference = media.Reference,
                claimedType = media.MediaType,
                claimedBytes = media.Bytes,
                altText = media.AltText,
                nextAttemptAt = arrival.ReceivedAt,
            });
        }
    }
}
