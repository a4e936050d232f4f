namespace PoliceSocial.Ledger.Verify;

/// <summary>What is wrong with a ledger.</summary>
public enum FaultKind
{
    /// <summary>An entry is not what was written.</summary>
    Changed,

    /// <summary>An entry's facts or salt are not what was written; its leaf is whole.</summary>
    FactsChanged,

    /// <summary>An entry's facts are gone, and no later entry allows it.</summary>
    ErasureNotRecorded,

    /// <summary>An entry is not there.</summary>
    Missing,

    /// <summary>An entry stands elsewhere than it was written.</summary>
    Reordered,

    /// <summary>There is an entry that was never written here.</summary>
    Extra,

    /// <summary>A line is not an entry.</summary>
    Unreadable,

    /// <summary>The stored list of leaf hashes was changed; the entries are whole.</summary>
    LeafHashesChanged,

    /// <summary>A checkpoint is not one.</summary>
    CheckpointUnreadable,

    /// <summary>A checkpoint was not signed by the key it should be signed by.</summary>
    CheckpointForged,

    /// <summary>A checkpoint goes back in size or time, follows the end of a log, or belongs to another one.</summary>
    CheckpointOutOfPlace,

    /// <summary>A log does not continue the one before.</summary>
    ChainBroken,

    /// <summary>The ledger is not the one a trusted checkpoint saw: an older copy, or another history.</summary>
    RolledBack,

    /// <summary>A file that the export needs is missing or unreadable.</summary>
    FolderIncomplete,

    /// <summary>A time-stamp is not one, or not of the checkpoint it is said to be of.</summary>
    TimeStampWrong,
}
