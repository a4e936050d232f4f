namespace PoliceSocial.Bench.Faults;

/// <summary>
/// A network in this process, which outlives every kill, with an account for each channel. What arrives is in its <see cref="Feed"/>,
/// what was published in its <see cref="Wall"/>.
/// </summary>
internal sealed class Network : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeSpan _toCheck;
    private long _checked;

    private Network(WebApplication app, Feed feed, Wall wall, TimeSpan toCheck)
    {
        _app = app;
        _toCheck = toCheck;
        Feed = feed;
        Wall = wall;
    }

    public string Address => _app.Urls.First();

    /// <summary>What the public writes.</summary>
    public Feed Feed { get; }

    /// <summary>What the channels publish.</summary>
    public Wall Wall { get; }

    /// <summary>How often it was asked who a channel is; a plugin's trial asks that.</summary>
    public long Checked => Volatile.Read(ref _checked);

    /// <summary>Starts it.</summary>
    /// <param name="seed">Chooses what becomes of calls.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="accounts">How many channels share what the public writes.</param>
    /// <param name="toCheck">How long it takes to say who a channel is.</param>
    /// <param name="address">Where it listens: a free port unless told.</param>
    public static async Task<Network> StartAsync(
        int seed, CancellationToken ct, int accounts = 1, TimeSpan toCheck = default, string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var network = new Network(app, new Feed(accounts), new Wall(new Fates(seed)), toCheck);
        network.Map(app);
        await app.StartAsync(ct);
        return network;
    }

    /// <summary>The address that a channel is given.</summary>
    public string AddressOf(int account) => FormattableString.Invariant($"{Address}/{account}");


    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/{account:int}");
        account.MapGet("/account", async (int account) =>
        {
            Interlocked.Increment(ref _checked);
            await Task.Delay(_toCheck);
            return Results.Json(new { id = $"force-{account}", handle = $"force{account}.example", name = $"The force {account}" });
        });
        account.MapGet("/items", Feed.ReadAsync);
        account.MapPost("/posts", Wall.PublishAsync);
        account.MapGet("/posts/{key}", Wall.FindAsync);
    }
}
