using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>What a manifest must say before any of its plugin's code is loaded.</summary>
internal static class ManifestRules
{
    private static readonly Version HostSdk = Version.Parse(ConnectorManifest.SdkVersion);

    /// <summary>The first fault as a sentence, or null.</summary>
    public static string? FindFault(ConnectorManifest m) =>
        Complete(m) ?? Identity(m) ?? Sdk(m) ?? Assembly(m) ?? Settings(m) ?? Hosts(m);

    // JSON may say null where the type says there is none.
    private static string? Complete(ConnectorManifest m) =>
        m is { Id: not null, Name: not null, Version: not null, Sdk: not null, Assembly: not null, Supplier: not null }
        && m is { Hosts: not null, Settings: not null }
        && m.Hosts.All(h => h is not null)
        && m.Settings.All(s => s is { Name: not null, Label: not null })
            ? null
            : Fault("a value in it is null");

    private static string? Identity(ConnectorManifest m)
    {
        if (!PluginName.IsId(m.Id))
            return Fault("its id must be 1 to 40 lower-case letters, digits and hyphens");
        if (!PluginName.IsVersion(m.Version))
            return Fault("its version must be three numbers, such as 1.4.0");

        return string.IsNullOrWhiteSpace(m.Name) || string.IsNullOrWhiteSpace(m.Supplier)
            ? Fault("it must name the network and the supplier")
            : null;
    }

    private static string? Sdk(ConnectorManifest m)
    {
        if (!Version.TryParse(m.Sdk, out var sdk) || sdk.Build != -1)
            return Fault("its sdk must be two numbers, such as 1.0");
        if (sdk.Major != HostSdk.Major)
        {
            return $"It was built for connector SDK {m.Sdk} and this service has {HostSdk}. "
                + $"Ask the supplier for a version built for SDK {HostSdk.Major}.";
        }

        return sdk.Minor > HostSdk.Minor
            ? $"It needs connector SDK {m.Sdk} and this service has {HostSdk}. Update the service first."
            : null;
    }

    private static string? Assembly(ConnectorManifest m) =>
        SafePath.IsSafeName(m.Assembly) && m.Assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? null
            : Fault("its assembly must be the name of a .dll file in the plugin's own folder");

    private static string? Settings(ConnectorManifest m)
    {
        if (m.Settings.FirstOrDefault(s => !HostPattern.IsSetting(s.Name)) is { } odd)
            return Fault($"the setting '{odd.Name}' must be named in at most 40 letters and digits");
        if (m.Settings.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != m.Settings.Count)
            return Fault("two of its settings have the same name");

        return m.Settings.Any(s => s.Kind == SettingKind.Choice && s.Choices is not { Count: > 0 })
            ? Fault("a setting of kind choice has no choices")
            : null;
    }

    private static string? Hosts(ConnectorManifest m)
    {
        foreach (var host in m.Hosts.Where(h => !HostPattern.IsName(h)))
        {
            if (HostPattern.SettingIn(host) is not { } setting)
                return Fault($"'{host}' is not a host that can be allowed: write a full name, *.name, or {{setting}}");
            if (!m.Settings.Any(s => s.Name == setting && s.Kind == SettingKind.Address))
                return Fault($"'{host}' names no setting of kind address");
        }

        return null;
    }

    private static string Fault(string what) =>
        $"Its {ConnectorManifest.FileName} is not right: {what}. Ask the supplier for a corrected package.";
}
