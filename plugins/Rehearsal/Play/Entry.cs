namespace PoliceSocial.Rehearsal.Play;

/// <summary>
/// One line of the network's journal: what happened. It is also the network's own wire format: what a channel collects is these
/// lines, byte for byte.
/// </summary>
internal sealed record Entry
{
    public required EntryKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>On every line, so that not even the raw bytes can be taken for the real thing.</summary>
    public bool Rehearsal { get; init; } = true;

    /// <summary>The exercise it belongs to; part of every identifier in it.</summary>
    public required string Exercise { get; init; }

    public string? Scenario { get; init; }

    public string? Sha256 { get; init; }

    public double? Speed { get; init; }

    /// <summary>Which playing of a scenario that repeats.</summary>
    public int Cycle { get; init; }

    /// <summary>Which point of the timeline happened; of <see cref="EntryKind.Paced"/>, which one comes next.</summary>
    public int? Beat { get; init; }

    /// <summary>The point's place in the scenario's own time, in ticks.</summary>
    public long? Offset { get; init; }

    /// <summary>Which pending reaction happened.</summary>
    public string? Reaction { get; init; }

    /// <summary>What the scenario calls the message.</summary>
    public string? Name { get; init; }

    public string? Id { get; init; }

    public string? Version { get; init; }

    public MessageKind? Message { get; init; }

    public Account? Author { get; init; }

    public string? Text { get; init; }

    public string? Language { get; init; }

    public string? Thread { get; init; }

    public string? InReplyTo { get; init; }

    public Account? To { get; init; }

    public Root? On { get; init; }

    public IReadOnlyList<Media>? Media { get; init; }

    /// <summary>What an answer needs to be given back; see <see cref="ReplyHandle"/>.</summary>
    public string? Handle { get; init; }

    /// <summary>The sender's key of a message that the force sent.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the channel's people are told: what they did themselves is not news.</summary>
    public bool IsNews => Kind is EntryKind.Written or EntryKind.Edited or EntryKind.Deleted;
}

internal enum EntryKind
{
    /// <summary>An exercise begins.</summary>
    Started,

    /// <summary>It goes on at another pace, or with a changed scenario.</summary>
    Paced,

    /// <summary>The force's own post of the scenario is there.</summary>
    Posted,

    Written,

    Edited,

    Deleted,

    /// <summary>It was its turn, but there was nothing left to do it to.</summary>
    Skipped,

    /// <summary>The force sent something through this channel.</summary>
    Sent,

    /// <summary>The force took something back.</summary>
    Withdrawn,
}

internal enum MessageKind
{
    Comment,
    Mention,
    Quote,
    Private,
    Post,
}

/// <summary>Who wrote something.</summary>
internal sealed record Account(string Id, string Key, string Handle, string Name);

/// <summary>The post at the root of a thread.</summary>
internal sealed record Root(string Id, string Text, Account Author, DateTimeOffset At);

/// <summary>What is attached.</summary>
internal sealed record Media(string Reference, string Type, string Description, long? Bytes = null, string? Sha256 = null);
