using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Modules.Tests;

/// <summary>A shelf without plugins, for tests that need no network.</summary>
internal sealed class EmptyShelf : IShelf
{
    public IReadOnlyList<ShelfEntry> Entries => [];

    public ConnectorManifest? FindActive(string connector) => null;

    public Task ReleaseAsync(string connector, long channelId) => Task.CompletedTask;

    public Task<Outcome<T>> UseAsync<TCapability, T>(
        string connector, ChannelWiring channel, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class => Task.FromResult<Outcome<T>>(new Outcome<T>.Refused("There is no plugin in this test."));
}
