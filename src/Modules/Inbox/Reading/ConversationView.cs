using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Disposing;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Linking;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Replying.Pictures;

namespace PoliceSocial.Inbox.Reading;

/// <summary>A conversation with all that its page shows.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Channel">Its channel; null where that is gone from this installation.</param>
/// <param name="Contact">Who wrote.</param>
/// <param name="Timeline">Messages and deeds together, oldest first.</param>
/// <param name="Cut">How many older entries are left out.</param>
/// <param name="Reasons">Why it is flagged, or null.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Names">The names of colleagues that appear.</param>
/// <param name="NewestInbound">The newest message, edit or deletion of the public: what an answer is written in view of.</param>
/// <param name="Linked">The private conversation that a private answer here began, or the public one that this began with; those that the person may see.</param>
/// <param name="Disposals">What was erased of it, oldest first.</param>
internal sealed record ConversationView(
    ConversationRow Conversation, ChannelSummary? Channel, ContactRow Contact, IReadOnlyList<Entry> Timeline, int Cut, FlagReasons? Reasons,
    IReadOnlyList<string> Tags, IReadOnlyDictionary<long, string> Names, long NewestInbound,
    IReadOnlyList<LinkedRow> Linked, IReadOnlyList<DisposalRow> Disposals)
{
    /// <summary>What is said in the place of a message that was erased; null for one that was not.</summary>
    public DisposalRow? DisposalOf(MessageRow message) => message.Text.Length > 0 ? null : Disposals.LastOrDefault(d => d.Covers(message.Id, message.ReceivedAt));

    /// <summary>What is said in the place of what staff wrote before all of it was erased.</summary>
    public DisposalRow? DisposalOf(string text, DateTimeOffset at) => text.Length > 0 ? null : Disposals.LastOrDefault(d => d.MessageId is null && at <= d.At);


    /// <summary>A colleague's name.</summary>
    public string NameOf(long personId) => Names.GetValueOrDefault(personId, "a former colleague");
}

/// <summary>One entry of a timeline.</summary>
/// <param name="At">Where it stands in time: when it reached us or was done.</param>
/// <param name="Id">Which of two of the same instant was first: ids grow with time.</param>
internal abstract record Entry(DateTimeOffset At, long Id)
{
    /// <summary>A message, of the public or (found on the network) of the channel.</summary>
    public sealed record Written(MessageRow Message, IReadOnlyList<MessageVersionRow> Versions, IReadOnlyList<AttachmentRow> Attachments)
        : Entry(Message.ReceivedAt, Message.Id);

    /// <summary>An answer that staff wrote.</summary>
    public sealed record Answer(ReplyRow Reply, IReadOnlyList<ReplyPictureRow> Pictures) : Entry(Reply.WrittenAt, Reply.Id);

    /// <summary>An internal note.</summary>
    public sealed record Noted(NoteRow Note) : Entry(Note.At, Note.Id);

    /// <summary>Something that was done.</summary>
    public sealed record Done(TimelineRow Deed) : Entry(Deed.At, Deed.Id);
}

/// <summary>A note as it is stored.</summary>
internal sealed record NoteRow
{
    public required long Id { get; init; }

    public required long AuthorId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>An entry of the timeline as it is stored.</summary>
internal sealed record TimelineRow
{
    public required long Id { get; init; }

    public required Deed Kind { get; init; }

    public required int ActorKind { get; init; }

    public required long ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public long? OtherId { get; init; }

    public string? Detail { get; init; }
}

/// <summary>An attachment as the page shows it.</summary>
internal sealed record AttachmentRow
{
    public required long Id { get; init; }

    public required long MessageId { get; init; }

    public required string ClaimedType { get; init; }

    public required string AltText { get; init; }

    public required int State { get; init; }

    public string? Problem { get; init; }

    public byte[]? Sha256 { get; init; }

    public long? Bytes { get; init; }

    public string? FoundType { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }
}
