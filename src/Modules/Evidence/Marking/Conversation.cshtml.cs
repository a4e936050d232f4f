using Microsoft.AspNetCore.Authorization;
using PoliceSocial.Evidence.Holding;

namespace PoliceSocial.Evidence.Marking;

/// <summary>The exhibits and holds of one conversation.</summary>
[Authorize(Policy = EvidencePermissions.Read)]
internal sealed class ConversationModel(InReach reach, ListParts list, ReadExhibits exhibits, MarkExhibit mark, ChangeExhibit change, Holds holds)
    : MarksModel(SubjectKind.Conversation, reach, list, exhibits, mark, change, holds);
