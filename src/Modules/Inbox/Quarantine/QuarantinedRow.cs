namespace PoliceSocial.Inbox.Quarantine;

/// <summary>Where something kept aside stands.</summary>
internal enum QuarantineState
{
    /// <summary>Nobody has dealt with it.</summary>
    Waiting = 1,

    /// <summary>It is in the inbox after all.</summary>
    Stored = 2,

    /// <summary>A person read it and dealt with it by hand.</summary>
    SetAside = 3,
}

/// <summary>Something kept aside, as it is stored.</summary>
internal sealed record QuarantinedRow
{
    public required long Id { get; init; }

    public required byte[] ItemKey { get; init; }

    public required long ChannelId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string RawType { get; init; }

    public required byte[] Raw { get; init; }

    public required byte[] RawSha256 { get; init; }

    /// <summary>What the connector read in the bytes, as JSON; null where that itself could not be written down.</summary>
    public string? Reading { get; init; }

    public required string Why { get; init; }

    public required QuarantineState State { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public long? SettledBy { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Something kept aside, as a list shows it: without what was written.</summary>
internal sealed record QuarantinedLine
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required byte[] RawSha256 { get; init; }

    public required string Why { get; init; }
}
