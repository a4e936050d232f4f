using Microsoft.AspNetCore.Authorization;
using PoliceSocial.Evidence.Holding;

namespace PoliceSocial.Evidence.Marking;

/// <summary>The exhibits and holds of one incident.</summary>
[Authorize(Policy = EvidencePermissions.Read)]
internal sealed class IncidentModel(InReach reach, ListParts list, ReadExhibits exhibits, MarkExhibit mark, ChangeExhibit change, Holds holds)
    : MarksModel(SubjectKind.Incident, reach, list, exhibits, mark, change, holds);
