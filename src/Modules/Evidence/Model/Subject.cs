namespace PoliceSocial.Evidence.Model;

/// <summary>What a page of evidence is about.</summary>
internal enum SubjectKind
{
    Conversation = 1,
    Incident = 2,

    /// <summary>Something that we published: a post or an answer.</summary>
    Post = 3,
}

/// <summary>Something that exhibits and holds can be of, and who may see it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Which.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="ConversationId">The conversation that it is or belongs to, or null.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="ChannelId">The channel it came by, or null.</param>
/// <param name="TeamId">The team it lies with, or null.</param>
internal sealed record Subject(SubjectKind Kind, long Id, string Name, long? ConversationId, long? IncidentId, long? ChannelId, long? TeamId);
