namespace PoliceSocial.Audit.Sequencing;

/// <summary>An entry as it is stored: what its leaf says, with names as words.</summary>
internal record EntryRow
{
    public required long Number { get; init; }

    public required long EventId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Type { get; init; }

    public required int Act { get; init; }

    public required long ActId { get; init; }

    public required int ActorKind { get; init; }

    public required long ActorId { get; init; }

    public required int SubjectKind { get; init; }

    public required long SubjectId { get; init; }

    public string? SubjectName { get; init; }

    public long? SessionId { get; init; }

    public required bool HasPurpose { get; init; }

    public required int Family { get; init; }
}

/// <summary>An entry with all that belongs to it: its details, or the seal that is left of them.</summary>
internal sealed record StoredEntry : EntryRow
{
    public byte[]? Salt { get; init; }

    /// <summary>The names of the facts; null where they stand among the facts themselves.</summary>
    public string? Shape { get; init; }

    public string? Packed { get; init; }

    public byte[]? Seal { get; init; }

    /// <summary>The entry that allowed the details to be erased.</summary>
    public long? AllowedBy { get; init; }

    /// <summary>The facts as they are sealed; null where they are erased.</summary>
    public string? Facts => Packed is null ? null : FactsShape.Whole(Shape, Packed);
}

/// <summary>What a leaf seals, until it is erased.</summary>
internal sealed record DetailRow
{
    public required long Number { get; init; }

    public required int Shape { get; init; }

    public required byte[] Salt { get; init; }

    public required string Facts { get; init; }
}

/// <summary>The leaf hashes of a run of entries, side by side.</summary>
internal sealed record LeavesRow
{
    public required long First { get; init; }

    public required byte[] Hashes { get; init; }
}
