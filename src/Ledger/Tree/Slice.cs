namespace PoliceSocial.Ledger.Tree;

/// <summary>A message inside a larger buffer.</summary>
internal readonly record struct Slice(int Start, int Length);
