using System.Buffers;

namespace PoliceSocial.Ledger.Entries;

/// <summary>Hexadecimal with one spelling per value: lower case.</summary>
internal static class LowerHex
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdef"u8);

    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> bytes) =>
        !text.ContainsAnyExcept(Digits)
        && Convert.FromHexString(text, bytes, out _, out var written) == OperationStatus.Done
        && written == bytes.Length;
}
