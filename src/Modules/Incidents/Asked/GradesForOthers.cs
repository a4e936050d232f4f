namespace PoliceSocial.Incidents.Asked;

/// <summary>Tells other modules the grades of the service's profile.</summary>
internal sealed class GradesForOthers(ServiceProfile profile) : IGrades
{
    public IReadOnlyList<GradeName> All { get; } = [.. profile.Grades.Select(g => new GradeName(g.Code, g.Name, g.Colour))];
}
