using System.Globalization;
using PoliceSocial.Bag.Contents;

namespace PoliceSocial.Evidence.Making;

/// <summary>
/// What is removed from an export. Whatever asks, asks here before a byte is written: so what is removed is in no form of it, and
/// neither are hashes by which it could be guessed.
/// </summary>
internal sealed class Cuts(IReadOnlyList<RedactionRow> redactions, string decidedBy)
{
    private readonly Dictionary<(RedactionKind, long), string> _why = redactions.ToDictionary(r => (r.Kind, r.TargetId), r => r.Why);
    private readonly HashSet<long> _attachments = [];

    /// <summary>True where anything is removed: what is shared with other things is then left out too.</summary>
    public bool Any => _why.Count > 0;

    /// <summary>What the account says of it. Identifiers of the network and names do not appear.</summary>
    public IReadOnlyList<Removal> Removed { get; } =
    [
        .. redactions.Select(r => new Removal(
            r.Kind switch
            {
                RedactionKind.Message => "message",
                RedactionKind.Attachment => "attachment",
                RedactionKind.Contact => "all that one person wrote, and who they are",
                RedactionKind.Record => "part of the incident's record",
            },
            r.TargetId.ToString(CultureInfo.InvariantCulture), r.Why, decidedBy)),
    ];

    /// <summary>Why a line is removed, or null.</summary>
    public string? Of(MaterialLine line) => Of(line.MessageId ?? line.Id, line.ContactId) ?? Why(RedactionKind.Message, line.Id);

    /// <summary>Why what belongs to a message of a contact is removed, or null.</summary>
    public string? Of(long messageId, long? contactId) =>
        Why(RedactionKind.Message, messageId) ?? (contactId is { } contact ? Why(RedactionKind.Contact, contact) : null);

    /// <summary>Why an attachment is removed, or null.</summary>
    public string? OfAttachment(long attachmentId, long messageId, long? contactId)
    {
        var why = Why(RedactionKind.Attachment, attachmentId) ?? Of(messageId, contactId);
        if (why is not null)
            _attachments.Add(attachmentId);
        return why;
    }

    /// <summary>Why a part of an incident's record is removed, or null.</summary>
    public string? OfRecord(long id) => Why(RedactionKind.Record, id);

    /// <summary>Why what an exhibit is of is removed, or null: its own words are then left out too.</summary>
    public string? OfExhibit(ExhibitRow exhibit) => exhibit.Target switch
    {
        ExhibitTarget.Message or ExhibitTarget.Post => Why(RedactionKind.Message, exhibit.TargetId),
        ExhibitTarget.Attachment => Why(RedactionKind.Attachment, exhibit.TargetId),
        ExhibitTarget.Incident => OfRecord(exhibit.TargetId),
        ExhibitTarget.Conversation => null,
    };

    /// <summary>Whether an attachment that was asked about before is removed.</summary>
    public bool HidesAttachment(long attachmentId) => _attachments.Contains(attachmentId);

    private string? Why(RedactionKind kind, long id) => _why.GetValueOrDefault((kind, id));
}
