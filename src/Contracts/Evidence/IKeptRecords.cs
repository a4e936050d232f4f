namespace PoliceSocial.Contracts.Evidence;

/// <summary>What retention is decided about.</summary>
public enum RecordKind
{
    /// <summary>A conversation that is part of no incident.</summary>
    Conversation = 1,

    /// <summary>An incident, with the conversations that belong to it alone.</summary>
    Incident = 2,
}

/// <summary>The records of one kind, for Evidence to review. Each owning module implements it for its own.</summary>
public interface IKeptRecords
{
    /// <summary>Which kind.</summary>
    RecordKind Kind { get; }

    /// <summary>Records that nothing has come to since an instant and that are not disposed of, in order of their ids.</summary>
    /// <param name="since">The instant.</param>
    /// <param name="after">The id to begin after.</param>
    /// <param name="take">How many to look at, at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<KeptRecord>> QuietSinceAsync(DateTimeOffset since, long after, int take, CancellationToken ct);

    /// <summary>Those of these that exist, disposed of or not.</summary>
    Task<IReadOnlyList<KeptRecord>> FindAsync(IReadOnlyList<long> ids, CancellationToken ct);
}

/// <summary>A record in facts, without anything that somebody wrote.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="ChannelId">The channel it came by, or null.</param>
/// <param name="TeamId">The team it lies with, or null.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Category">The code of its category, or empty.</param>
/// <param name="Grade">The code of its grade, or empty.</param>
/// <param name="Harmless">True where no risk was ever flagged in it.</param>
/// <param name="LastContactAt">When the public last wrote, or the record was last changed.</param>
/// <param name="ClosedAt">When it was closed; null where it is open, or of a kind that is never closed.</param>
public sealed record KeptRecord(
    RecordKind Kind, long Id, long? ChannelId, long? TeamId, string Name, string Category, string Grade, bool Harmless, DateTimeOffset LastContactAt, DateTimeOffset? ClosedAt);
