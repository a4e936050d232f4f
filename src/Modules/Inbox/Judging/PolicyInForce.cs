using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Judging;

/// <summary>A version of the policy as it is stored.</summary>
internal sealed record TriagePolicyRow
{
    public required int Version { get; init; }

    public required string Definition { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required long ChangedBy { get; init; }
}

/// <summary>The policy that counts now; read at every start, and again when it is changed or has not been for half a minute.</summary>
internal sealed class PolicyInForce(Store<InboxModule> store, TimeProvider clock, ILogger<PolicyInForce> log) : IHostedService
{
    public static readonly Statement<TriagePolicyRow> Newest = Statement.Paged<TriagePolicyRow>(
        "SELECT Version, Definition, ChangedAt, ChangedBy FROM inbox.TriagePolicy ORDER BY Version DESC");

    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(30);
    private volatile Read? _read;

    /// <summary>The policy with its places and words compiled; another host may have changed it half a minute ago.</summary>
    public async ValueTask<CompiledPolicy> CurrentAsync(CancellationToken ct)
    {
        if (_read is { } read && clock.GetElapsedTime(read.At) < Trusted)
            return read.Policy;
        await ReadAsync(ct);
        return _read!.Policy;
    }

    /// <summary>Reads it again.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        var row = await store.FindAsync(Newest, new { take = 1 }, ct);
        if (_read is { } known && known.Version == (row?.Version ?? 0))
        {
            _read = known with { At = clock.GetTimestamp() };
            return;
        }

        _read = new(row?.Version ?? 0, clock.GetTimestamp(), Compile(row));
    }

    public Task StartAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private CompiledPolicy Compile(TriagePolicyRow? row)
    {
        try
        {
            return new(row is null ? TriagePolicy.Shipped : TriagePolicy.Read(row.Definition));
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException)
        {
            log.LogError(e, "The triage policy {Version} cannot be used; triage judges as it ships until somebody corrects it.", row?.Version);
            return new(TriagePolicy.Shipped);
        }
    }

    private sealed record Read(int Version, long At, CompiledPolicy Policy);
}
