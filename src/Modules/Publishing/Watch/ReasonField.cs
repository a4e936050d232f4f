namespace PoliceSocial.Publishing.Watch;

/// <summary>A field that asks why.</summary>
internal sealed record ReasonField(string Label, string Hint, string? Typed);
