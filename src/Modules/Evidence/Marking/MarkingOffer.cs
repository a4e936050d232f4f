using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Evidence.Marking;

/// <summary>Tells the pages of other modules whether to offer the way here.</summary>
internal sealed class MarkingOffer : IMarking
{
    public bool MaySee(IAsker asker, long? channelId, long? teamId) => asker.AsPerson().May(EvidencePermissions.Read, channelId, teamId);
}
