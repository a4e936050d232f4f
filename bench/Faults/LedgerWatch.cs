using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Bench.Faults;

/// <summary>
/// Exports the ledger of a stopped service and verifies it offline, each time against the checkpoints of the time before: what was
/// once signed must be in it for ever.
/// </summary>
internal sealed class LedgerWatch(string data) : IDisposable
{
    private readonly TempFolder _folder = new();
    private IReadOnlyList<SignedCheckpoint> _signed = [];
    private int _exports;

    /// <summary>What is wrong with it; null where it is sound.</summary>
    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        var folder = _folder.Sub(FormattableString.Invariant($"ledger-{++_exports}"));
        await using (var force = await Force.OpenAsync(data, ct))
            await force.Get<ILedgerExport>().ExportAsync(folder, "the fault run", ct);
        var fault = LedgerVerifier.Verify(folder, new() { Expected = _signed }, ct).Fault;
        var checkpoints = Directory.EnumerateFiles(folder, "checkpoints.txt", SearchOption.AllDirectories).Single();
        _signed = LedgerVerifier.ReadCheckpoints(checkpoints)?.TakeLast(1).ToList() ?? _signed;
        Directory.Delete(folder, recursive: true);
        return fault?.ToString();
    }

    public void Dispose() => _folder.Dispose();
}
