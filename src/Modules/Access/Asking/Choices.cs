namespace PoliceSocial.Access.Asking;

/// <summary>A question with any number of answers, drawn as checkboxes.</summary>
internal sealed record Choices(string Name, string Label, IReadOnlyList<Choice> All, IReadOnlyCollection<string> Chosen);

/// <summary>One answer.</summary>
internal sealed record Choice(string Value, string Label, string? Hint = null);
