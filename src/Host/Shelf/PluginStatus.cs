namespace PoliceSocial.Host.Shelf;

/// <summary>What an operator sees of one version of a plugin. Holds text only: never anything of the plugin itself.</summary>
/// <param name="Version">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Why">What to do, where there is something to do.</param>
/// <param name="CutOff">How many calls had to be cancelled when it was replaced.</param>
/// <param name="Leaving">How long it took, after its last call, to end it and see it out of memory; null while it is in use.</param>
internal sealed record PluginStatus(
    PluginVersion Version, PluginState State, DateTimeOffset Since, string? Why = null, int CutOff = 0, TimeSpan? Leaving = null);
