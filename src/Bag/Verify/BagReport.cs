namespace PoliceSocial.Bag.Verify;

/// <summary>What came of verifying a bag.</summary>
/// <param name="Findings">All that is wrong; empty where the bag is sound.</param>
/// <param name="Notices">What a reader should know besides.</param>
/// <param name="Info">The lines of its <c>bag-info.txt</c>.</param>
/// <param name="Files">How many payload files were read.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="Stamps">When each time-stamp authority says that the manifest existed.</param>
/// <param name="Entries">How many entries of the ledger were proven.</param>
public sealed record BagReport(
    IReadOnlyList<BagFinding> Findings, IReadOnlyList<string> Notices, IReadOnlyList<KeyValuePair<string, string>> Info, int Files, long Bytes,
    IReadOnlyList<StampSeen> Stamps, int Entries)
{
    /// <summary>True where nothing is wrong.</summary>
    public bool IsSound => Findings.Count == 0;
}

/// <summary>A time-stamp that verified.</summary>
/// <param name="Path">Its file.</param>
/// <param name="At">The time it states.</param>
/// <param name="Authority">Who signed it.</param>
public sealed record StampSeen(string Path, DateTimeOffset At, string Authority);

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Path">The file, or null where it concerns the whole.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record BagFinding(FindingKind Kind, string? Path, string What);

/// <summary>What sort of thing is wrong with a bag.</summary>
public enum FindingKind
{
    /// <summary>The container may not be read; nothing else was looked at.</summary>
    Refused,

    /// <summary>A part that makes it a bag is missing or cannot be read.</summary>
    NotABag,

    /// <summary>A file has other bytes than its manifest says.</summary>
    Changed,

    /// <summary>A file that the manifests list is not there.</summary>
    Removed,

    /// <summary>A file is there that no manifest lists.</summary>
    Added,

    /// <summary>A file is there under another name than the manifests give it.</summary>
    Renamed,

    /// <summary>The signature is missing, is not over these manifests, or is not by the certificate that the bag names.</summary>
    Signature,

    /// <summary>A time-stamp is missing, is not over this manifest, or does not verify.</summary>
    TimeStamp,

    /// <summary>The ledger's checkpoint or the proof of an entry does not verify.</summary>
    Ledger,
}
