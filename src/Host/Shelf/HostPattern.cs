using System.Text.RegularExpressions;

namespace PoliceSocial.Host.Shelf;

/// <summary>What may stand among a manifest's hosts.</summary>
internal static partial class HostPattern
{
    /// <summary>A full name (<c>bsky.social</c>), or one with a leading wildcard and at least two labels after it.</summary>
    public static bool IsName(string host) => host.Length <= 253 && NamePattern().IsMatch(host);

    /// <summary>The setting's name in <c>{setting}</c>, or null.</summary>
    public static string? SettingIn(string host) => SettingPattern().Match(host) is { Success: true } m ? m.Groups[1].Value : null;

    public static bool IsSetting(string name) => SettingIn($"{{{name}}}") is not null;

    // The last label begins with a letter: an address in numbers is not a name.
    [GeneratedRegex(
        @"\A(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A\{([a-zA-Z][a-zA-Z0-9]{0,39})\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SettingPattern();
}
