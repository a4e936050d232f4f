using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>A line that does not belong where it stands: where that is, and, where it is an entry at all, which one it claims to be.</summary>
internal sealed record Misfit(long At, long? Claims, TreeHash Leaf);
