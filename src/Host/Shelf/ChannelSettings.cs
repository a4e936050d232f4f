namespace PoliceSocial.Host.Shelf;

/// <summary>What the shelf needs to know of a channel to make its connector.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Revision">Grows with every change of settings or secrets: the connector is then made anew.</param>
/// <param name="Values">The settings that are not secret.</param>
internal sealed record ChannelSettings(string ChannelId, long Revision, IReadOnlyDictionary<string, string> Values);
