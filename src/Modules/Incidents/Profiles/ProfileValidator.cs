using FluentValidation;

namespace PoliceSocial.Incidents.Profiles;

/// <summary>Says what is wrong with a service profile, in words that whoever edited the file can act on.</summary>
internal sealed class ProfileValidator : AbstractValidator<ServiceProfile>
{
    private static readonly string[] Colours = ["risk", "warning", "info", "success", "neutral"];

    public ProfileValidator()
    {
        RuleFor(p => p.Key).Matches("^[a-z][a-z0-9-]{1,49}$").WithMessage("key: use lower-case letters, digits and hyphens");
        RuleFor(p => p.Name).NotEmpty().WithMessage("name is empty");
        RuleFor(p => p.Words).Must(w => new[] { w.Incident, w.Incidents, w.Peer, w.Deployed, w.Advice, w.Closing }.All(x => !string.IsNullOrWhiteSpace(x)))
            .WithMessage("words: one is empty");
        RuleFor(p => p.Number).Must(n => n.Problem() is null).WithMessage(p => $"number: {p.Number.Problem()}");
        RuleFor(p => p.Recording).Must(r => r is null or { Hours: > 0 and <= 8_760 }).WithMessage("recording: hours must be between 1 and 8,760");
        RuleFor(p => p.Families).NotEmpty().WithMessage("families: there is none");
        RuleFor(p => p.Categories).Must(AreTerms).WithMessage("families: each category needs a name and a code of its own, of 50 characters or less");
        RuleFor(p => p.Grades).NotEmpty().WithMessage("grades: there is none");
        RuleForEach(p => p.Grades).Must(g => Colours.Contains(g.Colour)).WithMessage((_, g) => $"grades: {g.Code} has the colour {g.Colour}; use one of {string.Join(", ", Colours)}");
        RuleForEach(p => p.Grades).Must(g => g.UrbanMinutes is null or > 0 && g.RuralMinutes is null or > 0).WithMessage((_, g) => $"grades: the targets of {g.Code} must be more than 0 minutes");
        RuleFor(p => p.Assessment.Headings).NotEmpty().WithMessage("assessment: there is no heading");
        RuleFor(p => p.Decisions.Elements).NotEmpty().WithMessage("decisions: there is no element");
        foreach (var (name, terms) in Lists)
            RuleFor(p => p).Must(p => AreTerms(terms(p))).WithMessage($"{name}: each entry needs a name and a code of its own, of 50 characters or less and without spaces").OverridePropertyName(name);
        RuleFor(p => p.Roles).NotEmpty().WithMessage("roles: there is none");
        RuleFor(p => p.TaskKinds).NotEmpty().WithMessage("taskKinds: there is none");
    }

    private static IEnumerable<(string Name, Func<ServiceProfile, IEnumerable<Term>> Terms)> Lists =>
    [
        ("qualifiers", p => p.Qualifiers), ("grades", p => p.Grades), ("assessment", p => p.Assessment.Headings), ("decisions", p => p.Decisions.Elements),
        ("roles", p => p.Roles), ("markers", p => p.Markers), ("links", p => p.Links), ("taskKinds", p => p.TaskKinds),
    ];

    private static bool AreTerms(IEnumerable<Term> terms)
    {
        var all = terms.ToList();
        return all.TrueForAll(t => t.Name.Length > 0 && t.Code is { Length: > 0 and <= 50 } && !t.Code.Contains(' ', StringComparison.Ordinal))
            && all.Select(t => t.Code).Distinct(StringComparer.Ordinal).Count() == all.Count;
    }
}
