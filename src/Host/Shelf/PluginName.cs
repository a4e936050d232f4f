using System.Text.RegularExpressions;

namespace PoliceSocial.Host.Shelf;

/// <summary>What a plugin's id and version may look like: both become names of folders.</summary>
internal static partial class PluginName
{
    public static bool IsId(string id) => IdPattern().IsMatch(id) && id != "trusted" && !SafePath.IsReserved(id);

    public static bool IsVersion(string version) => VersionPattern().IsMatch(version);

    /// <summary>Orders versions by their numbers; what is none comes first.</summary>
    public static Version Order(string version) => IsVersion(version) ? Version.Parse(version) : new Version(0, 0);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A(?:0|[1-9][0-9]{0,5})\.(?:0|[1-9][0-9]{0,5})\.(?:0|[1-9][0-9]{0,5})\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
