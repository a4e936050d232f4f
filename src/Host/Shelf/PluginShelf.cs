using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// The connectors in use. They are lent, never given: a module uses one inside a lambda, so that another version can take its
/// place at any moment. Nothing of a connector may be kept beyond the lambda.
/// </summary>
internal sealed class PluginShelf(
    ShelfOptions options, Gate gate, PluginLoading loading, Trial trial, Retirement retirement, StatusBoard board, TimeProvider clock,
    ILogger<PluginShelf> log)
{
    private static readonly TimeSpan UntilThereIsOne = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WhileStocking = TimeSpan.FromSeconds(1);
    private volatile bool _isStocked;

    private readonly ConcurrentDictionary<string, PluginSlot> _slots = new(StringComparer.Ordinal);

    public IReadOnlyList<PluginStatus> Statuses => board.All;

    /// <summary>The manifests of the plugins in use, by name.</summary>
    public IReadOnlyList<ConnectorManifest> Manifests =>
        [.. _slots.Values.Select(s => s.Manifest).OfType<ConnectorManifest>().OrderBy(m => m.Name, StringComparer.CurrentCulture)];

    public ConnectorManifest? FindManifest(string pluginId) => _slots.TryGetValue(pluginId, out var slot) ? slot.Manifest : null;

    public PluginVersion? FindActive(string pluginId) => _slots.TryGetValue(pluginId, out var slot) ? slot.Active : null;

    /// <summary>
    /// Everything that was chosen has been loaded once. Until then a missing plugin is asked for again within a second: what
    /// arrives and what goes out must not wait after every start.
    /// </summary>
    public void Stocked() => _isStocked = true;

    /// <summary>Puts a version into use in place of the one before it.</summary>
    public Task<SwapOutcome> PutAsync(PluginVersion version, CancellationToken ct) =>
        _slots.GetOrAdd(version.Id, _ => new PluginSlot(gate, loading, trial, retirement, board, clock)).PutAsync(version, ct);

    /// <summary>Takes a plugin off the shelf.</summary>
    public Task RemoveAsync(string pluginId, CancellationToken ct) =>
        _slots.TryGetValue(pluginId, out var slot) ? slot.RemoveAsync(ct) : Task.CompletedTask;

    /// <summary>Ends the connector of a channel that was disconnected.</summary>
    public Task ReleaseAsync(string pluginId, string channelId) =>
        _slots.TryGetValue(pluginId, out var slot) ? slot.ReleaseAsync(channelId) : Task.CompletedTask;

    /// <summary>
    /// Lends a channel's connector for one call. A plugin that is not there is <c>Retry</c>, a capability it lacks <c>Refused</c>,
    /// an exception <c>Broken</c>, or <c>OutcomeUnknown</c> where it may have published.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller's own token was cancelled.</exception>
    public async Task<Outcome<T>> UseAsync<TCapability, T>(
        string pluginId, ChannelSettings channel, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class
    {
        ct.ThrowIfCancellationRequested();
        if (!_slots.TryGetValue(pluginId, out var slot) || slot.Enter(channel) is not var (version, lent))
        {
            return new Outcome<T>.Retry(
                _isStocked ? UntilThereIsOne : WhileStocking,
                $"The connector '{pluginId}' is not in use at present. An administrator can see why on the plugins page.");
        }

        return await new ConnectorCall<TCapability, T>(version, lent, use, options, log).RunAsync(ct);
    }

    /// <summary>Ends when every replaced version is out of memory or was given up.</summary>
    public Task RetiredAsync() => retirement.AllAsync();

    /// <summary>Takes everything off the shelf, when the service stops.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        await Task.WhenAll(_slots.Values.Select(s => s.RemoveAsync(ct)));
        await retirement.AllAsync().WaitAsync(ct);
    }
}
