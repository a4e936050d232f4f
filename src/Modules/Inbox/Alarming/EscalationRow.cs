namespace PoliceSocial.Inbox.Alarming;

/// <summary>How far the alarm of a conversation has gone, from being raised to being acknowledged.</summary>
internal sealed record EscalationRow
{
    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    /// <summary>When it was first raised; what is found in further messages meanwhile does not put it off.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>How many steps were taken.</summary>
    public required int Taken { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>The last step's name.</summary>
    public string? StepName { get; init; }

    /// <summary>Whose screens it came to, one audience on each line.</summary>
    public required string Reached { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
