using System.Globalization;

namespace PoliceSocial.Evidence.Model;

/// <summary>What an exhibit is.</summary>
internal enum ExhibitTarget
{
    Conversation = 1,
    Message = 2,
    Attachment = 3,

    /// <summary>Something that we published: a post or an answer.</summary>
    Post = 4,
    Incident = 5,
}

/// <summary>An exhibit as it is stored.</summary>
internal sealed record ExhibitRow
{
    public const string Columns = "Id, PersonId, Initials, Number, Target, TargetId, ConversationId, IncidentId, ChannelId, TeamId, What, Basis, Relevant, Sensitive, Used, MarkedAt, Version";

    public required long Id { get; init; }

    public required long PersonId { get; init; }

    public required string Initials { get; init; }

    public required int Number { get; init; }

    public required ExhibitTarget Target { get; init; }

    public required long TargetId { get; init; }

    /// <summary>The conversation that it is or belongs to; null for an incident.</summary>
    public long? ConversationId { get; init; }

    public long? IncidentId { get; init; }

    public long? ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required string What { get; init; }

    /// <summary>The lawful basis on which it is kept as evidence; null for what was marked before that was asked.</summary>
    public string? Basis { get; init; }

    public required bool Relevant { get; init; }

    public string? Sensitive { get; init; }

    public required bool Used { get; init; }

    public required DateTimeOffset MarkedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>SR/1.</summary>
    public string Mark() => string.Create(CultureInfo.InvariantCulture, $"{Initials}/{Number}");
}
