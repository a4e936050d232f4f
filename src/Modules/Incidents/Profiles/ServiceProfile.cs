namespace PoliceSocial.Incidents.Profiles;

/// <summary>The words and rules that a service works by: its categories, grades, assessment, decisions, roles and numbers. Data, never code.</summary>
internal sealed record ServiceProfile
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required ProfileWords Words { get; init; }

    public required NumberFormat Number { get; init; }

    /// <summary>A duty to record something within a time from first contact; null where the service has none.</summary>
    public RecordingDuty? Recording { get; init; }

    public required IReadOnlyList<Family> Families { get; init; }

    public required IReadOnlyList<Term> Qualifiers { get; init; }

    /// <summary>The most urgent first.</summary>
    public required IReadOnlyList<Grade> Grades { get; init; }

    public required AssessmentForm Assessment { get; init; }

    public required DecisionForm Decisions { get; init; }

    public required IReadOnlyList<Term> Roles { get; init; }

    public required IReadOnlyList<Marker> Markers { get; init; }

    public required IReadOnlyList<Term> Links { get; init; }

    public required IReadOnlyList<Term> TaskKinds { get; init; }

    public IEnumerable<Term> Categories => Families.SelectMany(f => f.Categories);

    /// <summary>A grade of the profile, or null where a later edition no longer has it.</summary>
    public Grade? GradeOf(string code) => Grades.FirstOrDefault(g => g.Code == code);

    /// <summary>True where the second grade is less urgent than the first.</summary>
    public bool Lowers(string from, string to) => RankOf(to) > RankOf(from);

    /// <summary>A category with its family: "Antisocial behaviour: aimed at a person".</summary>
    public string CategoryName(string code) =>
        Families.FirstOrDefault(f => f.Categories.Any(c => c.Code == code)) is { } family
            ? $"{family.Name}: {NameIn(family.Categories, code)}"
            : code;

    /// <summary>A term's name; the code itself where a later edition no longer has it.</summary>
    public static string NameIn(IEnumerable<Term> terms, string code) => terms.FirstOrDefault(t => t.Code == code)?.Name ?? code;

    private int RankOf(string code) => Grades.TakeWhile(g => g.Code != code).Count();
}

/// <summary>What the service calls things.</summary>
/// <param name="Incident">One piece of its work, in lower case.</param>
/// <param name="Incidents">Several.</param>
/// <param name="Peer">Another service of its kind, in lower case.</param>
/// <param name="Deployed">What is said when help is on its way.</param>
/// <param name="Advice">What is said of advice.</param>
/// <param name="Closing">What the closing category is called.</param>
internal sealed record ProfileWords(string Incident, string Incidents, string Peer, string Deployed, string Advice, string Closing)
{
    /// <summary>One of them, with its article: "an incident", "a call".</summary>
    public static string One(string word) => "aeiou".Contains(char.ToLowerInvariant(word[0]), StringComparison.Ordinal) ? $"an {word}" : $"a {word}";

    /// <summary>At the beginning of a sentence.</summary>
    public static string Capital(string word) => string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1));
}

/// <summary>A code with its name.</summary>
internal record Term(string Code, string Name);

/// <summary>What staff mark about a person.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Care">Whether the person needs care: triage takes it into account. True unless it is said otherwise.</param>
/// <param name="Child">Whether the person is a child.</param>
internal sealed record Marker(string Code, string Name, bool Care = true, bool Child = false) : Term(Code, Name);

/// <summary>Categories that belong together.</summary>
internal sealed record Family(string Code, string Name, IReadOnlyList<Term> Categories);

/// <summary>How soon somebody must be there.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Colour">A meaning of the screens' tokens: risk, warning, info, success or neutral.</param>
/// <param name="UrbanMinutes">The target in town, or null for none.</param>
/// <param name="RuralMinutes">The target in the country, or null for none.</param>
/// <param name="AssessBeforeLowering">True where it may be lowered only after a new assessment.</param>
internal sealed record Grade(string Code, string Name, string Colour, int? UrbanMinutes = null, int? RuralMinutes = null, bool AssessBeforeLowering = false)
    : Term(Code, Name)
{
    public DateTimeOffset? RespondBy(Area area, DateTimeOffset from) =>
        (area == Area.Rural ? RuralMinutes : UrbanMinutes) is { } minutes ? from.AddMinutes(minutes) : null;
}

/// <summary>A part of an assessment or a decision.</summary>
internal sealed record Heading(string Code, string Name, string Asks, bool Required = false) : Term(Code, Name);

/// <summary>How the service assesses.</summary>
internal sealed record AssessmentForm(string Name, AssessBefore Before, IReadOnlyList<Heading> Headings);

/// <summary>What needs an assessment first.</summary>
internal sealed record AssessBefore(bool ResolvingFlagged);

/// <summary>How the service writes down a decision.</summary>
internal sealed record DecisionForm(string Name, IReadOnlyList<Heading> Elements);

/// <summary>Something that must be decided and recorded within some hours of first contact.</summary>
internal sealed record RecordingDuty(string Name, string Question, string Yes, string No, string Guidance, int Hours);
