namespace PoliceSocial.Ledger.Verify;

/// <summary>Something a reader of the result should know that is no fault.</summary>
public sealed record Notice(NoticeKind Kind, int Log, long Index, string What);

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>The key came with the folder: a forger could have put it there.</summary>
    KeyNotTrusted,

    /// <summary>An entry's time is before the one it follows.</summary>
    ClockWentBack,

    /// <summary>The last entries are not covered by a checkpoint yet.</summary>
    TailNotCovered,

    /// <summary>The ledger went on from an older copy of itself, and somebody answered for it.</summary>
    Restored,

    /// <summary>Another key signs from here on, as the one before it said.</summary>
    KeyHandedOver,

    /// <summary>Another key signs from here on, and the one before it did not say so.</summary>
    KeyTakenOver,

    /// <summary>Nobody vouched for whoever signed the time-stamps.</summary>
    AuthorityNotTrusted,
}
