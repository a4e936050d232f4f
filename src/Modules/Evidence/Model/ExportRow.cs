namespace PoliceSocial.Evidence.Model;

/// <summary>How far an export is.</summary>
internal enum ExportState
{
    /// <summary>It waits for its turn.</summary>
    Waiting = 1,

    /// <summary>It is being made; after a restart it is made anew.</summary>
    BeingMade = 2,

    /// <summary>It can be handed over.</summary>
    Ready = 3,

    /// <summary>It could not be made.</summary>
    Failed = 4,
}

/// <summary>An export as it is stored.</summary>
internal sealed record ExportRow
{
    public const string Columns =
        "Id, IncidentId, IncidentChannelId, IncidentTeamId, Investigation, Recipient, Basis, Purpose, WithNotes, WithSensitive, AskedBy, AskedAt, State, Attempts, EndedAt, Files, Bytes, Stamps, Fingerprint, Problem, Version";

    public required long Id { get; init; }

    /// <summary>The incident that it covers, with who may see it; null where it is of conversations alone.</summary>
    public long? IncidentId { get; init; }

    public long? IncidentChannelId { get; init; }

    public long? IncidentTeamId { get; init; }

    public required string Investigation { get; init; }

    public required string Recipient { get; init; }

    public required string Basis { get; init; }

    public required string Purpose { get; init; }

    public required bool WithNotes { get; init; }

    public required bool WithSensitive { get; init; }

    public required long AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required ExportState State { get; init; }

    public required int Attempts { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? Files { get; init; }

    public long? Bytes { get; init; }

    public int? Stamps { get; init; }

    public string? Fingerprint { get; init; }

    public string? Problem { get; init; }

    public required int Version { get; init; }

    /// <summary>What the export is called outside.</summary>
    public string Reference() => FormattableString.Invariant($"E-{AskedAt.UtcDateTime:yyyy}-{Id}");
}

/// <summary>A conversation that an export covers.</summary>
internal sealed record ExportConversationRow
{
    public required long ConversationId { get; init; }

    public required long ChannelId { get; init; }

    public long? TeamId { get; init; }
}

/// <summary>What is removed.</summary>
internal enum RedactionKind
{
    /// <summary>A message with all its versions, bytes and media.</summary>
    Message = 1,

    /// <summary>An attachment.</summary>
    Attachment = 2,

    /// <summary>All that one member of the public wrote, and who they are.</summary>
    Contact = 3,

    /// <summary>Something in an incident's own record: an assessment, a note, a person.</summary>
    Record = 4,
}

/// <summary>Something that an export must not hold.</summary>
internal sealed record RedactionRow
{
    public required RedactionKind Kind { get; init; }

    public required long TargetId { get; init; }

    public required string Why { get; init; }
}
