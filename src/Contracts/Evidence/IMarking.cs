using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Contracts.Evidence;

/// <summary>Whether the pages of things offer the way to mark them as evidence.</summary>
public interface IMarking
{
    /// <summary>May the person see exhibits and holds of what came by this channel and lies with this team? The pages are <c>/evidence/conversations/{id}</c>, <c>/evidence/posts/{id}</c> and <c>/evidence/incidents/{id}</c>.</summary>
    bool MaySee(IAsker asker, long? channelId, long? teamId);
}
