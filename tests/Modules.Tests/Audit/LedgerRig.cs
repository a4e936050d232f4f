using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PoliceSocial.Audit;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Ledger.Verify;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>A force whose service can be stopped and started over the same store, and whose store can be tampered with in between.</summary>
internal sealed class LedgerRig : IAsyncDisposable
{
    public static readonly ActKind Kind = new("inbox.claim-conversation");
    private readonly TestDatabase _database;
    private readonly Action<IServiceCollection>? _add;
    private readonly bool _owns;
    private ServiceProvider _services;
    private Pump? _pump;

    private LedgerRig(TestDatabase database, Action<IServiceCollection>? add, bool owns = true)
    {
        (_database, _add, _owns) = (database, add, owns);
        _services = TestForce.Build(database, Clock, add);
    }

    public static CancellationToken Ct => TestForce.Ct;

    public FakeTimeProvider Clock { get; } = new(TestForce.Start);

    public string Folder => _database.Folder;

    public string Store => Path.Combine(Folder, "audit.db");

    public static async Task<LedgerRig> OpenAsync(Dialect dialect, Action<IServiceCollection>? add = null)
    {
        var database = await TestDatabase.CreateAsync(dialect, Ct);
        var rig = new LedgerRig(database, add);
        if (database.NeedsMigration)
            await rig.Get<Migrator>().MigrateAsync(Ct);
        return rig;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts the pump, which feeds the ledger.</summary>
    public Task StartAsync()
    {
        _pump = ActivatorUtilities.CreateInstance<Pump>(_services);
        return _pump.StartAsync(Ct);
    }

    /// <summary>Ends this run of the service and begins another, with nothing but the store between them.</summary>
    public async Task RestartAsync(Action? between = null)
    {
        await StopAsync();
        between?.Invoke();
        _services = TestForce.Build(_database, Clock, _add);
    }

    /// <summary>Another process over the same store and the same data folder: an operator's command, say.</summary>
    public LedgerRig SecondProcess() => new(_database, _add, owns: false);

    /// <summary>Something happens in a module, once for each event.</summary>
    public async Task HappenAsync<TModule>(params IReadOnlyList<IEvent> events)
        where TModule : IModule
    {
        foreach (var happened in events)
        {
            var act = Get<ActFactory>().By(TestForce.Staff(7), Kind, "to answer the public");
            await using var session = await Get<Store<TModule>>().BeginAsync(act, Ct);
            session.Raise(happened);
            await session.CommitAsync(Ct);
        }
    }

    public Task ClaimAsync(int count, int from = 1) =>
        HappenAsync<InboxModule>([.. Enumerable.Range(from, count).Select(i => new ConversationClaimed(1_000 + i, 7))]);

    public async Task<long> CountAsync() => await Get<Store<AuditModule>>().FindAsync(SequenceStatements.Next, null, Ct);

    public async Task UntilAsync(long entries)
    {
        var seen = -1L;
        try
        {
            await TestForce.UntilAsync(async () => (seen = await CountAsync()) == entries, $"{entries} entries in the ledger");
        }
        catch (Exception e) when (seen != entries && e is not OperationCanceledException)
        {
            Assert.Fail($"{seen} entries in the ledger, not {entries}: {string.Join(", ", (await OutboxAsync()).Select(o => o.ToString()))}");
        }
    }

    /// <summary>So many claims in the ledger, a checkpoint over all but the last two, and the service stopped.</summary>
    public static async Task<LedgerRig> WithAsync(int entries)
    {
        var rig = await OpenAsync(Dialect.Sqlite);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.ClaimAsync(entries - 2);
        await rig.UntilAsync(entries - 2);
        await rig.SignAsync();
        await rig.ClaimAsync(2, from: entries - 1);
        await rig.UntilAsync(entries);
        return rig;
    }

    public Task SignAsync() => Get<Checkpointer>().RoundAsync(Ct);

    public async Task<Verdict> VerifyAsync() =>
        await new VerifyEntries(Get<Store<AuditModule>>(), (await Get<SigningKey>().PublicAsync(Ct))!).RunAsync(_ => { }, Ct);

    public async Task<VerificationReport> ExportAndVerifyAsync(VerificationOptions? options = null)
    {
        var folder = Path.Combine(Folder, $"export-{Get<Ids>().New()}");
        await Get<Contracts.Audit.ILedgerExport>().ExportAsync(folder, "His Majesty's Inspectorate", Ct);
        return LedgerVerifier.Verify(folder, options ?? new(), Ct);
    }

    /// <summary>What the module itself has raised.</summary>
    public async Task<IReadOnlyList<IEvent>> OutboxAsync()
    {
        var rows = await Get<Schemas>().Of("audit").QueryAsync(OutboxStatements.For("audit").Read, new { after = 0L, take = 1_000 }, Ct);
        return [.. rows.Select(EventTypes.FromRow)];
    }

    /// <summary>Runs SQL on the ledger's file, as whoever administers the database can.</summary>
    public Task TamperAsync(string sql) => RestartAsync(() =>
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    });

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_owns)
            await _database.DisposeAsync();
    }

    private async Task StopAsync()
    {
        if (_pump is not null)
            await _pump.StopAsync(CancellationToken.None);
        _pump?.Dispose();
        _pump = null;
        await _services.DisposeAsync();
    }
}
