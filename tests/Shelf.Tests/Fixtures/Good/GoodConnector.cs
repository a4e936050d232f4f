using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>A connector that behaves, unless its channel's mood says otherwise.</summary>
public sealed class GoodFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new GoodConnector(context);
}

internal sealed class GoodConnector : IConnector, ICollect
{
    private readonly ConnectorContext _context;

    public GoodConnector(ConnectorContext context)
    {
        _context = context;
        context.Log(LogSeverity.Information, "created " + Announced.Version);
    }

    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<ChannelIdentity>>(new Outcome<ChannelIdentity>.Success(new("did:test:1", Announced.Version, "Good")));

    public async Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct)
    {
        switch (_context.Settings.GetValueOrDefault("mood"))
        {
            case "slow":
                await Task.Delay(Timeout.Infinite, ct);
                break;
            case "deaf":
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case "waits":
                while (!File.Exists(Path.Combine(_context.StateFolder, "go")))
                    await Task.Delay(TimeSpan.FromMilliseconds(5), _context.Clock, ct);
                break;
            case "throws":
                throw new FormatException("a secret that nobody may read");
            case "fetch":
                using (await _context.Http.GetAsync(new Uri(_context.Settings["server"]), ct))
                    break;
        }

        await Task.Delay(patience, _context.Clock, ct);
        var next = int.Parse(after ?? "0", System.Globalization.CultureInfo.InvariantCulture) + 1;
        return new Outcome<CollectedPage>.Success(new([], [], next.ToString(System.Globalization.CultureInfo.InvariantCulture), More: true));
    }

    public Task<Outcome<MediaContent>> FetchMediaAsync(MediaReference media, long maximum, CancellationToken ct) =>
        Task.FromResult<Outcome<MediaContent>>(new Outcome<MediaContent>.Refused("There is no media here."));

    public ValueTask DisposeAsync()
    {
        _context.Log(LogSeverity.Information, "disposed " + Announced.Version);
        return ValueTask.CompletedTask;
    }
}
