namespace PoliceSocial.Access.Asking;

/// <summary>One question of a form, as the partials of this folder draw it.</summary>
internal sealed record Field(string Name, string Label)
{
    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    public string? Hint { get; init; }

    public string? Autocomplete { get; init; }

    /// <summary>Digits on a phone's keyboard.</summary>
    public bool Digits { get; init; }

    public bool Narrow { get; init; }

    public string Id => Name.Replace('.', '-');
}
