namespace PoliceSocial.Channels.Lend;

/// <summary>The signs of a channel's health, as stored.</summary>
internal sealed record HealthRow
{
    public required long ChannelId { get; init; }

    /// <summary>When its network was last asked for anything.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>The heartbeat: when its network last answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    public string? FailedWhy { get; init; }

    /// <summary>Calls without an answer since the last answer.</summary>
    public int Failures { get; init; }

    /// <summary>Answers in a row that could not be understood.</summary>
    public int Breaks { get; init; }

    /// <summary>Nobody calls before.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public string? RetryWhy { get; init; }

    /// <summary>When something last came from it.</summary>
    public DateTimeOffset? EventAt { get; init; }

    public DateTimeOffset? CredentialExpires { get; init; }
}

/// <summary>What is left of a rate limit, as stored.</summary>
internal sealed record BudgetRow
{
    public required long ChannelId { get; init; }

    public required string Name { get; init; }

    public required long Remaining { get; init; }

    public required long Most { get; init; }

    public required DateTimeOffset ResetsAt { get; init; }

    public required DateTimeOffset NotedAt { get; init; }
}

/// <summary>One day of a channel, as stored: how much came, and the longest silence that ended on it, in seconds.</summary>
internal sealed record RhythmRow
{
    public required long ChannelId { get; init; }

    public required int Day { get; init; }

    public required int Events { get; init; }

    public required long LongestSilence { get; init; }
}
