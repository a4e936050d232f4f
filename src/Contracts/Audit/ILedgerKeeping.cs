namespace PoliceSocial.Contracts.Audit;

/// <summary>What an operator at the command line does to keep the ledger going. Each is on record with its reason.</summary>
public interface ILedgerKeeping
{
    /// <summary>Has another key sign the ledger from now on. The old one signs that, unless it is lost.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="lost">True where the old key is lost, so that nothing can be signed with it any more.</param>
    /// <param name="ct">Cancels.</param>
    Task<LedgerKeepingAnswer> RotateKeyAsync(string reason, bool lost, CancellationToken ct);

    /// <summary>Answers for an older copy of the database that was put in its place, so that the ledger can go on from it.</summary>
    /// <param name="reason">What happened.</param>
    /// <param name="ct">Cancels.</param>
    Task<LedgerKeepingAnswer> AcceptRestoreAsync(string reason, CancellationToken ct);
}

/// <summary>What came of it.</summary>
/// <param name="Done">Whether it was done.</param>
/// <param name="Sentence">What was done, or why not and what to do.</param>
public sealed record LedgerKeepingAnswer(bool Done, string Sentence);
