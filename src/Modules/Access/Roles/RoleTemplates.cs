using System.Text.Json;

namespace PoliceSocial.Access.Roles;

/// <summary>
/// The roles that ship, after the College of Policing's guidance on social media. They are copied into rows, which the force
/// then edits; keys of modules that are not there yet stand ready and allow nothing until they are.
/// </summary>
internal sealed class RoleTemplates
{
    private readonly Lazy<IReadOnlyList<RoleTemplate>> _all = new(Read);

    public IReadOnlyList<RoleTemplate> All => _all.Value;

    public RoleTemplate? Find(string? key) => All.FirstOrDefault(t => t.Key == key);

    private static List<RoleTemplate> Read()
    {
        using var stream = typeof(RoleTemplates).Assembly.GetManifestResourceStream("access/templates.json")!;
        return JsonSerializer.Deserialize<List<RoleTemplate>>(stream, JsonSerializerOptions.Web)!;
    }
}

/// <summary>A role to copy.</summary>
internal sealed record RoleTemplate
{
    public const string Administrator = "administrator";

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required bool SecondFactor { get; init; }

    public required IReadOnlyList<string> Permissions { get; init; }
}
