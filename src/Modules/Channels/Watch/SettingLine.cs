using PoliceSocial.Channels.Model;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Channels.Watch;

/// <summary>A setting of a channel as its page shows it: a secret only as stored or not.</summary>
internal sealed record SettingLine(string Label, string Value)
{
    public static IReadOnlyList<SettingLine> Of(Channel channel, ConnectorManifest? plugin, IReadOnlyList<StoredSecret> stored)
    {
        // Without its plugin nobody knows the labels; the names still say what is there.
        var asked = plugin?.Settings ?? [];
        var labels = asked.ToDictionary(s => s.Name, s => s.Label, StringComparer.Ordinal);
        var open = channel.Settings.Select(s => new SettingLine(labels.GetValueOrDefault(s.Key, s.Key), s.Value));
        var secret = stored.OrderBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => new SettingLine(labels.GetValueOrDefault(s.Name, s.Name), $"Stored {ForceTime.Words(s.StoredAt)}; never shown"));
        return [.. open, .. secret];
    }
}
