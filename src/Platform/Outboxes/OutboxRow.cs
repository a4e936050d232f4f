namespace PoliceSocial.Platform.Outboxes;

/// <summary>An event as it lies in its module's outbox, with the act it came of.</summary>
public sealed record OutboxRow
{
    /// <summary>Where it lies; grows in the order in which events became visible. 0 before it is stored.</summary>
    public long Position { get; init; }

    /// <summary>Its own id.</summary>
    public required long Id { get; init; }

    /// <summary>The act it came of.</summary>
    public required long ActId { get; init; }

    /// <summary>The kind of act.</summary>
    public required string Act { get; init; }

    /// <summary>The sort of actor, as a number.</summary>
    public required int ActorKind { get; init; }

    /// <summary>The person, or 0.</summary>
    public required long ActorId { get; init; }

    /// <summary>When the act began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From where.</summary>
    public string? Origin { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>The event's name: the owner and the type, <c>Inbox.ConversationAssigned</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Its facts as JSON.</summary>
    public required string Facts { get; init; }
}
