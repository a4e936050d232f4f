namespace PoliceSocial.Contracts.Incidents;

/// <summary>The grades of the service's own profile, for triage to suggest one and for people to decide on one.</summary>
public interface IGrades
{
    /// <summary>All of them, the most urgent first.</summary>
    IReadOnlyList<GradeName> All { get; }
}

/// <summary>A grade.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Colour">The meaning that it is shown in: risk, warning, info, success or neutral.</param>
public sealed record GradeName(string Code, string Name, string Colour);
