namespace PoliceSocial.Access.Roles;

/// <summary>A role as an administrator wants it.</summary>
internal sealed record RoleDraft(string Name, string Purpose, bool SecondFactor, IReadOnlyList<string> Permissions)
{
    private const int LongestName = 100;

    public bool IsNamed => Name.Length is > 0 and <= LongestName;

    public RoleDraft Tidy() => this with
    {
        Name = (Name ?? "").Trim(),
        Purpose = Purpose is null ? "" : Purpose.Trim() is { Length: > 1000 } purpose ? purpose[..1000] : Purpose.Trim(),
        Permissions = [.. Permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };
}
