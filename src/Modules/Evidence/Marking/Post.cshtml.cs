using Microsoft.AspNetCore.Authorization;
using PoliceSocial.Evidence.Holding;

namespace PoliceSocial.Evidence.Marking;

/// <summary>The exhibits and holds of one post or answer of ours.</summary>
[Authorize(Policy = EvidencePermissions.Read)]
internal sealed class PostModel(InReach reach, ListParts list, ReadExhibits exhibits, MarkExhibit mark, ChangeExhibit change, Holds holds)
    : MarksModel(SubjectKind.Post, reach, list, exhibits, mark, change, holds);
