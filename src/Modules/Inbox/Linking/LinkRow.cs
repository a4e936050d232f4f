namespace PoliceSocial.Inbox.Linking;

/// <summary>A public conversation that was answered privately, and the private one that this began.</summary>
internal sealed record LinkRow
{
    public required long ReplyId { get; init; }

    public required long ChannelId { get; init; }

    public required long ContactId { get; init; }

    public required long PublicId { get; init; }

    /// <summary>The private conversation; null until something of it has reached us.</summary>
    public long? PrivateId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The other conversation, as the page of the one shows it.</summary>
internal sealed record LinkedRow
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required int Audience { get; init; }

    public required string LastText { get; init; }
}
