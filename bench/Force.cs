using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Host.Serving;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Bench;

/// <summary>The modules over a data folder, without a web server: what a benchmark asks for is started, nothing else.</summary>
internal sealed class Force : IAsyncDisposable
{
    private static readonly Statement<long?> End = OutboxStatements.For("inbox").End;
    private readonly ServiceProvider _services;
    private readonly Stack<IHostedService> _started = [];

    private Force(string folder, ServiceProvider services)
    {
        Folder = folder;
        _services = services;
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Opens the store in a data folder, made there where there is none.</summary>
    public static async Task<Force> OpenAsync(string folder, CancellationToken ct)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("data", folder)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(l => l.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        services.AddFolders(configuration);
        WebHost.AddModules(services.AddPlatform(configuration));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Migrator>().MigrateAsync(ct);
        return new(folder, provider);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts the intake with the risk rules that ship, and where it is asked for all that makes the ledger.</summary>
    public async Task StartAsync(bool withLedger, CancellationToken ct)
    {
        await StartAsync(ActivatorUtilities.CreateInstance<ShipRules>(_services), ct);
        await StartAsync(Get<Intake>(), ct);
        if (!withLedger)
            return;
        await StartAsync(Get<Checkpointer>(), ct);
        await StartAsync(ActivatorUtilities.CreateInstance<Pump>(_services), ct);
    }

    /// <summary>Waits until the ledger has every event of the inbox.</summary>
    public async Task SequencedAsync(CancellationToken ct)
    {
        var end = await Get<Schemas>().Of("inbox").FindAsync(End, null, ct) ?? 0;
        while (await Get<Schemas>().Of("audit").FindAsync(SequenceStatements.Heard, new { publisher = "inbox" }, ct) < end)
            await Task.Delay(5, ct);
    }

    /// <summary>Waits until what everybody has heard is gone from the outbox.</summary>
    public async Task TrimmedAsync(CancellationToken ct)
    {
        while (await Get<Schemas>().Of("inbox").FindAsync(End, null, ct) is not null)
            await Task.Delay(200, ct);
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var service))
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private async Task StartAsync(IHostedService service, CancellationToken ct)
    {
        _started.Push(service);
        await service.StartAsync(ct);
    }
}
