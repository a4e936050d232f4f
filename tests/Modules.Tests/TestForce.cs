using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using PoliceSocial.Access;
using PoliceSocial.Audit;
using PoliceSocial.Channels;
using PoliceSocial.Contracts;
using PoliceSocial.Evidence;
using PoliceSocial.Inbox;
using PoliceSocial.Incidents;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing;

namespace PoliceSocial.Modules.Tests;

/// <summary>A force of its own for one test: all modules over a fresh, migrated database and a clock that the test sets.</summary>
internal sealed class TestForce : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly Stack<IHostedService> _started = [];

    private TestForce(TestDatabase database, ServiceProvider services, FakeTimeProvider clock)
    {
        _database = database;
        _services = services;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens a force over a database, with further services where a test needs its own.</summary>
    public static async Task<TestForce> OpenAsync(Dialect dialect, Action<IServiceCollection>? add = null)
    {
        var database = await TestDatabase.CreateAsync(dialect, Ct);
        var clock = new FakeTimeProvider(Start);
        var services = Build(database, clock, add);
        if (database.NeedsMigration)
            await services.GetRequiredService<Migrator>().MigrateAsync(Ct);
        return new(database, services, clock);
    }

    public static ServiceProvider Build(TestDatabase database, TimeProvider clock, Action<IServiceCollection>? add)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(clock);
        services.AddLogging();
        services.AddDataProtection();
        // Never started: what waits for the application (the scheduler of jobs) waits, and a test runs the job itself.
        services.AddSingleton<IHostApplicationLifetime, Microsoft.Extensions.Hosting.Internal.ApplicationLifetime>();
        services.AddSingleton(new DataFolder(database.Folder));
        services.PostConfigure<DatabaseOptions>(o => o.Folder = database.Folder);
        services.AddPlatform(configuration)
            .Add<AccessModule>().Add<AuditModule>().Add<ChannelsModule>().Add<EvidenceModule>().Add<InboxModule>().Add<IncidentsModule>().Add<PublishingModule>();
        add?.Invoke(services);
        services.TryAddSingleton<IShelf, EmptyShelf>();
        return services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A member of staff who may do these things everywhere.</summary>
    public static Person Staff(long id, params string[] permissions) =>
        new(id, $"Officer {id}", id * 10, "127.0.0.1", new(permissions.Select(p => (p, Reach.All))));

    /// <summary>An act of a member of staff.</summary>
    public Act ActOf(Person person, ActKind kind) => Get<ActFactory>().By(person, kind);

    /// <summary>All events that a module has raised and that are still in its outbox, in order.</summary>
    public async Task<IReadOnlyList<IEvent>> RaisedAsync(string schema)
    {
        var rows = await Get<Schemas>().Of(schema).QueryAsync(OutboxStatements.For(schema).Read, new { after = 0L, take = 10_000 }, Ct);
        return [.. rows.Select(EventTypes.FromRow)];
    }

    /// <summary>Starts the modules' background services, the pump among them.</summary>
    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            _started.Push(service);
            await service.StartAsync(Ct);
        }
    }

    /// <summary>Waits until something has become true, and says what did not.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(deadline) > TimeSpan.FromSeconds(60))
                Assert.Fail($"Not within a minute: {what}");
            await Task.Delay(20, Ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Only what was started: making the others would ask for what a test without them need not have.
        while (_started.TryPop(out var service))
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
