namespace PoliceSocial.Connectors.Sdk;

/// <summary>
/// What a plugin says of itself in its file <c>connector.json</c> (camel case), read and checked before any of its code is loaded.
/// </summary>
public sealed record ConnectorManifest
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "connector.json";

    /// <summary>The version of this SDK that connectors are gated by: the same major, and a minor no newer than the host's.</summary>
    public const string SdkVersion = "1.0";

    /// <summary>Lower-case letters, digits and hyphens, at most 40; the same for every version of the plugin.</summary>
    public required string Id { get; init; }

    /// <summary>The network's name as staff know it.</summary>
    public required string Name { get; init; }

    /// <summary>The plugin's version, <c>major.minor.patch</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The <see cref="SdkVersion"/> it was built against.</summary>
    public required string Sdk { get; init; }

    /// <summary>The assembly with the <see cref="IConnectorFactory"/>: a file name in the plugin's own folder.</summary>
    public required string Assembly { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Supplier { get; init; }

    /// <summary>
    /// The hosts that it may reach: names (<c>bsky.social</c>), names with one leading wildcard label (<c>*.host.bsky.network</c>), or
    /// <c>{setting}</c> for the host of a channel's setting of kind <see cref="SettingKind.Address"/>.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What a person fills in to connect a channel.</summary>
    public IReadOnlyList<ConnectorSetting> Settings { get; init; } = [];

    /// <summary>True where the network is an exercise: all that comes from it is marked as rehearsal for ever.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>One field of the form that connects a channel.</summary>
/// <param name="Name">camelCase; unique in the manifest.</param>
/// <param name="Label">What the person sees.</param>
/// <param name="Kind">What may be entered.</param>
/// <param name="Required">Whether it must be.</param>
/// <param name="Help">A sentence below the label, or null.</param>
/// <param name="Default">What it starts with, or null.</param>
/// <param name="Choices">For <see cref="SettingKind.Choice"/>: the values.</param>
public sealed record ConnectorSetting(
    string Name, string Label, SettingKind Kind, bool Required = true, string? Help = null, string? Default = null,
    IReadOnlyList<string>? Choices = null);

/// <summary>What may be entered in a setting.</summary>
public enum SettingKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A secret: encrypted at rest, never shown again.</summary>
    Secret,

    /// <summary>An absolute http or https address.</summary>
    Address,

    /// <summary>One of several values.</summary>
    Choice,
}
