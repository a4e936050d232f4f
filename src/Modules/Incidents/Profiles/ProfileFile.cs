using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace PoliceSocial.Incidents.Profiles;

/// <summary>
/// Reads the service profile that the configuration names (<c>Incidents:Profile</c>, police unless it says otherwise): the force's own
/// edition in <c>profiles/</c> of the data folder where there is one, else the one that ships.
/// </summary>
internal static class ProfileFile
{
    public const string Setting = "Incidents:Profile";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The names of those that ship.</summary>
    public static IReadOnlyList<string> Shipped => [.. typeof(ProfileFile).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("profiles/", StringComparison.Ordinal)).Select(n => Path.GetFileNameWithoutExtension(n)).Order(StringComparer.Ordinal)];

    public static ServiceProfile Load(IConfiguration configuration, DataFolder? data)
    {
        var key = configuration[Setting] is { Length: > 0 } set ? set : "police";
        if (Path.GetFileName(key) != key)
            throw new InvalidOperationException($"{Setting} is a name, not a path: {key}.");
        var own = data is null ? null : Path.Combine(data.Path, "profiles", key + ".json");
        return own is not null && File.Exists(own) ? Read(own, File.ReadAllText(own)) : Read($"the shipped profile {key}", ShippedText(key));
    }

    /// <summary>The text of one that ships, for a force to edit.</summary>
    public static string ShippedText(string key)
    {
        using var stream = typeof(ProfileFile).Assembly.GetManifestResourceStream($"profiles/{key}.json")
            ?? throw new InvalidOperationException($"{Setting} names {key}, which neither ships ({string.Join(", ", Shipped)}) nor lies in the data folder as profiles/{key}.json.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static ServiceProfile Read(string name, string text)
    {
        ServiceProfile profile;
        try
        {
            profile = JsonSerializer.Deserialize<ServiceProfile>(text, Json) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{name} cannot be read: {e.Message}", e);
        }

        var result = new ProfileValidator().Validate(profile);
        return result.IsValid
            ? profile
            : throw new InvalidOperationException($"{name} has mistakes: {string.Join("; ", result.Errors.Select(e => e.ErrorMessage))}.");
    }
}
