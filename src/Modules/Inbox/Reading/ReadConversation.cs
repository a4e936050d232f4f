using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Disposing;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Linking;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>Shows an operator one conversation, messages and deeds together, and records that they were shown it.</summary>
internal sealed class ReadConversation(Store<InboxModule> store, RecordViews views, IPeople people, IChannels channels)
{
    private const int Most = 400;

    private static readonly Statement<ContactRow> Contact = Statement.Of<ContactRow>(
        "SELECT Id, ContactKey, Connector, NetworkId, Handle, DisplayName, Rehearsal, FirstSeenAt FROM inbox.Contact WHERE Id = @id");

    private static readonly Statement<MessageRow> Messages = Statement.Paged<MessageRow>(
        """
        SELECT Id, MessageKey, ConversationId, ContactId, Kind, Text, Language, NetworkId, InReplyTo, Permalink, ReplyHandle, NetworkTime,
            ReceivedAt, Versions, DeletedAt
        FROM inbox.Message WHERE ConversationId = @id ORDER BY Id DESC
        """);

    private static readonly Statement<MessageVersionRow> Versions = Statement.Of<MessageVersionRow>(
        """
        SELECT MessageId, Number, ItemId, Text, NetworkTime, ObservedAt
        FROM inbox.MessageVersion WHERE MessageId IN @ids ORDER BY MessageId, Number
        """);

    private static readonly Statement<AttachmentRow> Attachments = Statement.Of<AttachmentRow>(
        """
        SELECT Id, MessageId, ClaimedType, AltText, State, Problem, Sha256, Bytes, FoundType, Width, Height
        FROM inbox.Attachment WHERE MessageId IN @ids ORDER BY Id
        """);

    private static readonly Statement<NoteRow> Notes = Statement.Of<NoteRow>(
        "SELECT Id, AuthorId, Text, At FROM inbox.Note WHERE ConversationId = @id ORDER BY Id");

    private static readonly Statement<TimelineRow> Deeds = Statement.Paged<TimelineRow>(
        "SELECT Id, Kind, ActorKind, ActorId, At, OtherId, Detail FROM inbox.TimelineEntry WHERE ConversationId = @id ORDER BY Id DESC");

    private static readonly Statement SeeMentions = Statement.Of(
        "UPDATE inbox.NoteMention SET SeenAt = @at WHERE PersonId = @personId AND ConversationId = @id AND SeenAt IS NULL");

    /// <summary>The conversation; null where there is none that this person may see.</summary>
    public async Task<ConversationView?> HandleAsync(Person person, long id, CancellationToken ct)
    {
        var conversation = await store.FindAsync(ConversationStatements.Load, new { id }, ct);
        if (conversation is null || !person.Grants.Allows(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId))
            return null;
        // Asked before the messages are read: what arrives in between is shown, and asked about once more.
        var newest = await store.FindAsync(WriteReply.NewestItem, new { conversationId = id }, ct) ?? 0;
        conversation = await views.OfConversationAsync(person, conversation, newest, ct);
        await using (var session = await store.BeginBookkeepingAsync("mentions of this person in a conversation they are shown", ct))
        {
            if (await session.ExecuteAsync(SeeMentions, new { personId = person.Id, id, at = conversation.FirstSeenAt ?? conversation.StartedAt }, ct) > 0)
                await session.CommitAsync(ct);
        }

        var (timeline, cut) = await TimelineAsync(conversation, ct);
        var disposals = await store.QueryAsync(DisposalRow.OfConversation, new { conversationId = id }, ct);
        return new(
            conversation, await channels.FindAsync(conversation.ChannelId, ct),
            await store.FindAsync(Contact, new { id = conversation.ContactId }, ct) ?? throw new InvalidOperationException($"Conversation {id} has no contact."),
            timeline, cut, FlagReasons.Read(conversation.FlagReasons), await store.QueryAsync(TagConversation.TagsOf, new { conversationId = id }, ct),
            await people.NamesAsync(PeopleIn(conversation, timeline).Concat(disposals.SelectMany(d => new[] { d.DecidedBy, d.ConfirmedBy })).Distinct(), ct),
            newest,
            [.. (await store.QueryAsync(LinkBook.Linked, new { id }, ct)).Where(l => person.Grants.Allows(InboxPermissions.Read, l.ChannelId, l.TeamId))],
            disposals);
    }

    /// <summary>Is there such a conversation for this person? Asked before a refusal that would tell that there is one.</summary>
    public async Task<bool> IsThereAsync(Person person, long id, CancellationToken ct) =>
        await store.FindAsync(ConversationStatements.Load, new { id }, ct) is { } c && person.Grants.Allows(InboxPermissions.Read, c.ChannelId, c.TeamId);

    private static IEnumerable<long> PeopleIn(ConversationRow conversation, IReadOnlyList<Entry> timeline)
    {
        var ids = timeline.SelectMany<Entry, long?>(e => e switch
        {
            Entry.Done { Deed: var deed } => [deed.ActorKind == (int)ActorKind.Person ? deed.ActorId : null, deed.OtherId],
            Entry.Noted { Note: var note } => [note.AuthorId],
            Entry.Answer { Reply: var reply } => [reply.AuthorId, reply.DecidedBy],
            _ => [],
        });
        return ids.Append(conversation.HolderId).Append(conversation.AcknowledgedBy).OfType<long>().Distinct();
    }

    private async Task<(IReadOnlyList<Entry> Timeline, int Cut)> TimelineAsync(ConversationRow conversation, CancellationToken ct)
    {
        var id = conversation.Id;
        var messages = await store.QueryAsync(Messages, new { id, take = Most }, ct);
        var replies = await store.QueryAsync(ReplyStatements.OfConversation, new { conversationId = id }, ct);
        var sent = replies.Where(r => r.NetworkId is not null).Select(r => r.NetworkId!).ToHashSet(StringComparer.Ordinal);
        var ids = messages.Select(m => m.Id).ToList();
        var versions = (await store.QueryAsync(Versions, new { ids = messages.Where(m => m.Versions > 1).Select(m => m.Id).ToList() }, ct)).ToLookup(v => v.MessageId);
        var attachments = (await store.QueryAsync(Attachments, new { ids }, ct)).ToLookup(a => a.MessageId);
        var pictures = (await store.QueryAsync(ReplyPictureRow.OfReplies, new { ids = replies.Select(r => r.Id).ToList() }, ct)).ToLookup(p => p.ReplyId);
        var deeds = await store.QueryAsync(Deeds, new { id, take = Most }, ct);
        List<Entry> entries =
        [
            // An answer of ours that the network handed back is shown once, as the answer it is.
            .. messages.Where(m => m.ContactId is not null || !sent.Contains(m.NetworkId))
                .Select(m => new Entry.Written(m, [.. versions[m.Id]], [.. attachments[m.Id]])),
            .. replies.Select(r => new Entry.Answer(r, [.. pictures[r.Id]])),
            .. (await store.QueryAsync(Notes, new { id }, ct)).Select(n => new Entry.Noted(n)),
            .. deeds.Where(d => d.Kind is not (Deed.Noted or Deed.ReplyWritten)).Select(d => new Entry.Done(d)),
        ];
        return ([.. entries.OrderBy(e => e.At).ThenBy(e => e.Id)], Math.Max(0, conversation.MessageCount - messages.Count));
    }
}
