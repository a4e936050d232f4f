namespace PoliceSocial.Evidence.Holding;

/// <summary>A hold as it is stored.</summary>
internal sealed record HoldRow
{
    public const string Columns = "Id, Target, TargetId, ConversationId, IncidentId, ChannelId, TeamId, Basis, PlacedBy, PlacedAt";

    public required long Id { get; init; }

    public required ExhibitTarget Target { get; init; }

    public required long TargetId { get; init; }

    /// <summary>The conversation that it is or belongs to; null for an incident.</summary>
    public long? ConversationId { get; init; }

    public long? IncidentId { get; init; }

    public long? ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required string Basis { get; init; }

    public required long PlacedBy { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }
}
