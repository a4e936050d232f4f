namespace PoliceSocial.Channels.Model;

/// <summary>A channel as it is stored.</summary>
internal sealed record ChannelRow
{
    public required long Id { get; init; }

    public required string Connector { get; init; }

    public required string Network { get; init; }

    public required string AccountId { get; init; }

    public required string Handle { get; init; }

    public required string Name { get; init; }

    public required ChannelState State { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public string? StateWhy { get; init; }

    public required bool Rehearsal { get; init; }

    public required string Settings { get; init; }

    public required bool RepliesNeedApproval { get; init; }

    public required bool PurposeNeeded { get; init; }

    public long? TeamId { get; init; }

    public required QuietRule QuietRule { get; init; }

    public int? QuietMinutes { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>Changes with settings and secrets: the connector is then made anew.</summary>
    public required long Revision { get; init; }

    /// <summary>Changes with everything: what two people edit at once is noticed by it.</summary>
    public required long Version { get; init; }
}

/// <summary>After how long a silence a channel raises an alarm.</summary>
internal enum QuietRule
{
    /// <summary>Twice the longest silence of its last days, once there are enough of them.</summary>
    Learned = 1,

    /// <summary>After the minutes that somebody set.</summary>
    Fixed = 2,

    /// <summary>Never: little is expected of it.</summary>
    Never = 3,
}
