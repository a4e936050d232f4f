namespace PoliceSocial.Bag.Contents;

/// <summary>One line of the combined timeline.</summary>
public sealed record TimelineLine
{
    /// <summary>When it happened: on the network for what came from there, otherwise here.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>The conversation; 0 for what belongs to none.</summary>
    public required long Conversation { get; init; }

    /// <summary>The number of the incident whose own record it is in, or empty.</summary>
    public string Incident { get; init; } = "";

    /// <summary>The message, reply, note, record or deed.</summary>
    public required long Id { get; init; }

    /// <summary>The channel, or empty.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Who can read it on the network: public or private, or empty.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Who wrote or did it.</summary>
    public string Who { get; init; } = "";

    /// <summary>Their handle on the network, or empty.</summary>
    public string Handle { get; init; } = "";

    /// <summary>What was written or done.</summary>
    public string Text { get; init; } = "";

    /// <summary>The network's identifier, or empty.</summary>
    public string NetworkId { get; init; } = "";

    /// <summary>Its address on the network, or empty.</summary>
    public string Permalink { get; init; } = "";

    /// <summary>When it reached the force; null for what happened here.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>SHA-256 of the bytes as received, in hexadecimal, or empty.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Its exhibit's mark, or empty.</summary>
    public string Exhibit { get; init; } = "";

    /// <summary>Why it, or a part of it, was removed; empty where nothing was.</summary>
    public string Removed { get; init; } = "";

    /// <summary>Its attachments.</summary>
    public IReadOnlyList<LineMedia> Media { get; init; } = [];
}

/// <summary>An attachment of a line.</summary>
/// <param name="Name">Its name below <c>media/</c>; empty where there are no bytes.</param>
/// <param name="Type">Its media type.</param>
/// <param name="AltText">What its author says that it shows.</param>
/// <param name="Said">What became of it, where there are no bytes.</param>
public sealed record LineMedia(string Name, string Type, string AltText, string Said);

/// <summary>What a line of the timeline is.</summary>
public enum LineKind
{
    /// <summary>A member of the public wrote it.</summary>
    Message,

    /// <summary>Its author changed it.</summary>
    Edit,

    /// <summary>Its author or the network took it away.</summary>
    Deletion,

    /// <summary>The force answered.</summary>
    Reply,

    /// <summary>An internal note.</summary>
    Note,

    /// <summary>Staff or the service did something.</summary>
    Deed,

    /// <summary>Staff wrote it into an incident: what happened, an assessment, a decision, a note, a person, a task, a hand-over.</summary>
    Record,

    /// <summary>A network said or showed it of something that the force published.</summary>
    Shown,
}
