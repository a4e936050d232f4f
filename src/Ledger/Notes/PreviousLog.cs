using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Notes;

/// <summary>How a log's first checkpoint names the log before it: that log's final size, and the SHA-256 of its final checkpoint's text.</summary>
public sealed record PreviousLog(long Size, TreeHash Text);
