namespace PoliceSocial.Channels.Connect;

/// <summary>Checks what a person filled in against what the connector asks for.</summary>
internal static class SettingsCheck
{
    private const int Longest = 1_000;
    private const int LongestSecret = 8_000;

    /// <summary>What is wrong, by the setting's name; empty where nothing is.</summary>
    /// <param name="manifest">What is asked for.</param>
    /// <param name="values">What was filled in.</param>
    /// <param name="stored">The secrets that may be left empty, since they are stored already.</param>
    public static IReadOnlyDictionary<string, string> Errors(
        ConnectorManifest manifest, IReadOnlyDictionary<string, string> values, IReadOnlyCollection<string> stored) =>
        manifest.Settings
            .Select(s => (s.Name, Error: ErrorOf(s, values.GetValueOrDefault(s.Name, ""), stored)))
            .Where(e => e.Error is not null)
            .ToDictionary(e => e.Name, e => e.Error!, StringComparer.Ordinal);

    /// <summary>The values that are asked for, tidied; unknown names and empty values are left out.</summary>
    public static (Dictionary<string, string> Settings, Dictionary<string, string> Secrets) Part(
        ConnectorManifest manifest, IReadOnlyDictionary<string, string> values)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in manifest.Settings)
        {
            var value = values.GetValueOrDefault(setting.Name, "");
            if (setting.Kind != SettingKind.Secret)
                value = value.Trim();
            if (value.Length > 0)
                (setting.Kind == SettingKind.Secret ? secrets : settings)[setting.Name] = value;
        }

        return (settings, secrets);
    }

    private static string? ErrorOf(ConnectorSetting setting, string value, IReadOnlyCollection<string> stored)
    {
        if (string.IsNullOrWhiteSpace(value))
            return setting.Required && !stored.Contains(setting.Name) ? $"Enter {Lower(setting.Label)}" : null;
        return setting.Kind switch
        {
            SettingKind.Secret when value.Length > LongestSecret => $"{setting.Label} must be {LongestSecret:N0} characters or fewer",
            SettingKind.Secret => null,
            _ when value.Length > Longest => $"{setting.Label} must be {Longest:N0} characters or fewer",
            _ when value.Any(char.IsControl) => $"{setting.Label} must be one line",
            SettingKind.Address when !IsAddress(value) => $"{setting.Label} must be a whole address, like https://example.police.uk",
            SettingKind.Choice when setting.Choices?.Contains(value, StringComparer.Ordinal) != true => $"Choose {Lower(setting.Label)} from the list",
            _ => null,
        };
    }

    private static bool IsAddress(string value) =>
        Uri.TryCreate(value.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0;

    // "App password" reads on as "enter app password", "DID of the chat service" stays.
    private static string Lower(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
