namespace PoliceSocial.Inbox.Attachments;

/// <summary>How far an attachment is.</summary>
internal enum AttachmentState
{
    /// <summary>It is still to be fetched.</summary>
    Waiting = 1,

    /// <summary>Its original is stored, and a re-encoded preview can be shown.</summary>
    Shown = 2,

    /// <summary>Its original is stored; it is not shown, since it is no picture or not what it claims to be.</summary>
    Kept = 3,

    /// <summary>It could not be fetched.</summary>
    GivenUp = 4,
}
