namespace PoliceSocial.Contracts.Audit;

/// <summary>Writes the ledger into a folder that anybody can verify with nothing but the folder and the public key.</summary>
public interface ILedgerExport
{
    /// <summary>Exports everything there is now; the service may go on meanwhile. The export itself is on record.</summary>
    /// <param name="folder">An empty folder, or one that does not exist.</param>
    /// <param name="recipient">Who it is for.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="IOException">The folder is not empty or cannot be written.</exception>
    /// <exception cref="InvalidOperationException">There is no ledger yet, or its public key cannot be read; the message says what to do.</exception>
    Task<LedgerExportSummary> ExportAsync(string folder, string recipient, CancellationToken ct);
}

/// <summary>What an export holds.</summary>
/// <param name="Entries">How many entries.</param>
/// <param name="Checkpoints">How many signed checkpoints.</param>
/// <param name="Missing">How many entries the store has no longer: the export shows where, and does not verify.</param>
public sealed record LedgerExportSummary(long Entries, long Checkpoints, long Missing);
