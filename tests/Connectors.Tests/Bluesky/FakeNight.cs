using Microsoft.Extensions.Time.Testing;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>A channel with the stand-in behind it, and a clock that can be put forward.</summary>
internal sealed class FakeNight : IAsyncDisposable
{
    public FakeNight()
    {
        Bluesky.Clock = Clock;
        Channel = new ForceChannel(FakeSubject.ChannelSettings, FakeSubject.ChannelSecrets, Bluesky, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 7, 2, 0, 0, TimeSpan.Zero));

    public FakeBluesky Bluesky { get; } = new();

    public ForceChannel Channel { get; }

    public ValueTask DisposeAsync() => Channel.DisposeAsync();
}
