using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>What the public wrote, for Incidents to record from and to show in a timeline.</summary>
public interface IConversations
{
    /// <summary>Facts about conversations, without what was written in them; those that the person may not see are left out.</summary>
    Task<IReadOnlyList<ConversationFacts>> FindAsync(IAsker asker, IReadOnlyCollection<long> conversationIds, CancellationToken ct);

    /// <summary>What was said in conversations, oldest first; that it was shown is recorded. Those that the person may not see are left out.</summary>
    Task<IReadOnlyList<SaidMessage>> MessagesAsync(IAsker asker, IReadOnlyCollection<long> conversationIds, CancellationToken ct);
}

/// <summary>A conversation as other modules know it, with the times that law and policy count from.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="TeamId">The team that it lies with, or null.</param>
/// <param name="ContactId">Who wrote.</param>
/// <param name="ContactName">Their name, as they give it on the network.</param>
/// <param name="ContactHandle">Their handle, without a leading @.</param>
/// <param name="Network">The network's name.</param>
/// <param name="ChannelName">What the force calls the channel.</param>
/// <param name="Private">True where only the channel and the contact can read it.</param>
/// <param name="Rehearsal">True where it is an exercise.</param>
/// <param name="FirstContactAt">When they first wrote, as the network says.</param>
/// <param name="ReceivedAt">When that reached us.</param>
/// <param name="FirstSeenAt">When a member of staff was first shown it, or null.</param>
/// <param name="FlaggedAt">When it was last flagged as a risk, or null.</param>
/// <param name="AcknowledgedAt">When somebody took note of that, or null.</param>
/// <param name="AnsweredAt">When our first answer was published, or null.</param>
public sealed record ConversationFacts(
    long Id, long ChannelId, long? TeamId, long ContactId, string ContactName, string ContactHandle, string Network, string ChannelName, bool Private,
    bool Rehearsal, DateTimeOffset FirstContactAt, DateTimeOffset ReceivedAt, DateTimeOffset? FirstSeenAt, DateTimeOffset? FlaggedAt,
    DateTimeOffset? AcknowledgedAt, DateTimeOffset? AnsweredAt);

/// <summary>Something that was said.</summary>
/// <param name="Id">The message, or the reply of ours.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="AuthorId">The member of staff who wrote it; null where the public did, or our channel on the network itself.</param>
/// <param name="FromUs">True where we wrote it.</param>
/// <param name="Text">What was written.</param>
/// <param name="NetworkTime">When, as the network says; for a reply when it was published, or written where it is not.</param>
/// <param name="ReceivedAt">When it reached us, or was written.</param>
/// <param name="DeletedAt">When we noticed that it was deleted, or null.</param>
public sealed record SaidMessage(
    long Id, long ConversationId, long? AuthorId, bool FromUs, string Text, DateTimeOffset NetworkTime, DateTimeOffset ReceivedAt, DateTimeOffset? DeletedAt);
