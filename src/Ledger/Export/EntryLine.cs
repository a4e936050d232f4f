using PoliceSocial.Ledger.Entries;

namespace PoliceSocial.Ledger.Export;

/// <summary>What stands around a leaf and its facts on an exported line, which is one JSON object.</summary>
internal static class EntryLine
{
    public static ReadOnlySpan<byte> Leaf => "{\"leaf\":"u8;

    public static ReadOnlySpan<byte> Salt => ",\"salt\":\""u8;

    public static ReadOnlySpan<byte> Facts => "\",\"facts\":"u8;

    public static ReadOnlySpan<byte> Erased => ",\"erased\":\""u8;

    public static ReadOnlySpan<byte> ErasedEnd => "\"}"u8;

    /// <summary>More bytes than any line has.</summary>
    public const int Longest = Entries.Facts.Longest + LeafKeys.Room + (12 * Token.Longest) + 256;
}
