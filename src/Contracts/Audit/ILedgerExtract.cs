namespace PoliceSocial.Contracts.Audit;

/// <summary>Gives out the entries of the ledger about some subjects, each with the proof that it is in the ledger.</summary>
public interface ILedgerExtract
{
    /// <summary>The extract; null where nothing is signed yet.</summary>
    /// <param name="subjects">What the entries are about: kinds, as in <c>conversation</c>, and which of each.</param>
    /// <param name="ct">Cancels.</param>
    Task<LedgerFound?> FindAsync(IReadOnlyList<(string Kind, IReadOnlyList<long> Ids)> subjects, CancellationToken ct);
}

/// <summary>An extract of the ledger.</summary>
/// <param name="Key">The public keys, as in <c>log.pub</c>.</param>
/// <param name="Checkpoint">The signed checkpoint that all proofs lead to.</param>
/// <param name="Entries">The entries, in order.</param>
public sealed record LedgerFound(string Key, string Checkpoint, IAsyncEnumerable<LedgerEntryFound> Entries);

/// <summary>An entry with its proof and its words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Type">The event, as in <c>Inbox.ItemCaptured</c>.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Phrase">What they did.</param>
/// <param name="Leaf">The leaf's text.</param>
/// <param name="Salt">The salt in hexadecimal; null where the details were erased.</param>
/// <param name="Facts">The details; null where they were erased.</param>
/// <param name="AllowedBy">The entry that allowed the details to be erased, or null.</param>
/// <param name="Path">The hashes from the leaf to the checkpoint's root, in hexadecimal.</param>
public sealed record LedgerEntryFound(
    long Number, string Type, DateTimeOffset At, string Who, string Phrase, string Leaf, string? Salt, string? Facts, long? AllowedBy, IReadOnlyList<string> Path);
