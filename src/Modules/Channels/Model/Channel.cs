using System.Text.Json;

namespace PoliceSocial.Channels.Model;

/// <summary>A channel as the module works with it.</summary>
internal sealed class Channel(ChannelRow row)
{
    public ChannelRow Row { get; } = row;

    public long Id => Row.Id;

    public string Name => Row.Name;

    /// <summary>The settings that are not secret.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = SettingsText.Read(row.Settings);

    /// <summary>What other modules know of it.</summary>
    public ChannelSummary Summary { get; } = new(
        row.Id, row.Connector, row.Network, row.Handle, row.Name, row.State, row.Rehearsal,
        row.RepliesNeedApproval, row.PurposeNeeded, row.TeamId);

    /// <summary>Why nothing may be collected from it or published to it now, or null where it may.</summary>
    public string? WhyNotInUse => Row.State switch
    {
        ChannelState.Connected => null,
        ChannelState.Paused => $"{Row.Name} is paused. Nothing was collected or published; somebody who manages channels can resume it.",
        ChannelState.NeedsReconnecting => $"{Row.Name} lost its sign-in. Nothing was collected or published; somebody who manages channels must sign in again.",
        ChannelState.Disconnected => $"{Row.Name} is disconnected. Its history stays, but nothing can be collected or published.",
    };

    public bool CoveredBy(Person person, string permission) => person.Grants.Allows(permission, Row.Id, Row.TeamId);
}

/// <summary>Settings that are not secret, as text in a row.</summary>
internal static class SettingsText
{
    public static IReadOnlyDictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? throw new FormatException("The channel's settings are empty.");

    public static string Write(IReadOnlyDictionary<string, string> settings) =>
        JsonSerializer.Serialize(settings.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Value));
}
