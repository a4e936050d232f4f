namespace PoliceSocial.Audit.Verifying;

/// <summary>What came of verifying the ledger in its store.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Checkpoints">How many signed checkpoints were compared.</param>
/// <param name="Tail">How many entries, at the end, no checkpoint covers yet.</param>
/// <param name="Erased">How many entries' details were erased, each as a later entry allows.</param>
/// <param name="FirstWrong">The first wrong entry; null where nothing is wrong, or not with an entry.</param>
/// <param name="What">What is wrong, in a sentence; null where the ledger is whole.</param>
internal sealed record Verdict(long Entries, long Checkpoints, long Tail, long Erased, long? FirstWrong, string? What)
{
    public bool IsWhole => What is null;
}

/// <summary>The first thing that is wrong.</summary>
/// <param name="Entry">The entry, where it is one.</param>
/// <param name="What">What is wrong with it.</param>
internal sealed record Wrong(long? Entry, string What);
