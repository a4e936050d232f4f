namespace PoliceSocial.Incidents.Fields;

/// <summary>One question of a form that is answered in words.</summary>
internal sealed record Field(string Name, string Label, string? Value = null)
{
    public string? Hint { get; init; }

    /// <summary>Lines; 0 for a single one.</summary>
    public int Rows { get; init; }

    public int Longest { get; init; } = 4_000;

    /// <summary>Where the keyboard begins.</summary>
    public bool First { get; init; }

    public string Id => IdOf(Name);

    public static string IdOf(string name) => name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
}

/// <summary>One question of a form that is answered from a list: one answer, or several.</summary>
internal sealed record Choices(string Name, string Label, IReadOnlyList<Choice> All, IReadOnlyCollection<string> Chosen)
{
    public bool Several { get; init; }

    public string? Hint { get; init; }

    /// <summary>Side by side, where there is room.</summary>
    public bool Inline { get; init; }
}

/// <summary>One answer.</summary>
internal sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>A category to choose, by family.</summary>
internal sealed record CategoryChoice(string Name, string Label, string? Chosen, ServiceProfile Profile);
