namespace PoliceSocial.Contracts.Audit;

/// <summary>Writes the log that the Data Protection Act 2018, section 62, asks for, for any period: what the Information Commissioner may ask to see.</summary>
public interface IIcoExtract
{
    /// <summary>Writes it into a folder; that it was given is on record first. The service may go on meanwhile.</summary>
    /// <param name="folder">An empty folder, or one that does not exist.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="recipient">Who it is for.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="IOException">The folder is not empty or cannot be written.</exception>
    /// <exception cref="InvalidOperationException">Nothing of the ledger is signed yet.</exception>
    Task<IcoExtractSummary> WriteAsync(string folder, DateOnly from, DateOnly to, string recipient, CancellationToken ct);
}

/// <summary>What an extract holds.</summary>
/// <param name="Entries">How many entries.</param>
/// <param name="NotSigned">How many of the period no checkpoint covers yet; they are not in it.</param>
/// <param name="Size">The size of the ledger at the checkpoint that it rests on.</param>
/// <param name="Root">That checkpoint's root, base64 as it stands in the checkpoint.</param>
public sealed record IcoExtractSummary(long Entries, long NotSigned, long Size, string Root);
