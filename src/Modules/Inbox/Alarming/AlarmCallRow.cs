namespace PoliceSocial.Inbox.Alarming;

/// <summary>How a call goes out.</summary>
internal enum CallWay
{
    Email = 1,
    Hook = 2,
}

/// <summary>Where a call stands; what is below 3 is still to be worked on.</summary>
internal enum CallState
{
    /// <summary>It is stored, and goes out when it is due; alarms of the same burst join it.</summary>
    Waiting = 1,

    /// <summary>It is going out at this moment, or the service stopped while it did.</summary>
    Attempting = 2,

    /// <summary>The other side took it.</summary>
    Taken = 3,

    /// <summary>It was tried as often as it is tried, and certainly did not arrive.</summary>
    Failed = 4,

    /// <summary>It was tried as often as it is tried, and may have arrived.</summary>
    Unknown = 5,

    /// <summary>Before it went out, all its alarms were acknowledged.</summary>
    NotNeeded = 6,
}

/// <summary>Something that goes out about alarms.</summary>
internal sealed record AlarmCallRow
{
    public required long Id { get; init; }

    public required CallWay Way { get; init; }

    /// <summary>Where to: addresses of e-mail with commas between them, or the hook's.</summary>
    public required string Addresses { get; init; }

    public required string StepName { get; init; }

    public required bool Rehearsal { get; init; }

    public required bool Test { get; init; }

    public required CallState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required int Attempts { get; init; }

    public DateTimeOffset? AttemptedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What went wrong last, for staff.</summary>
    public string? Problem { get; init; }

    public DateTimeOffset? NotedAt { get; init; }

    public long? NotedBy { get; init; }
}
