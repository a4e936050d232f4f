using System.Buffers;

namespace PoliceSocial.Ledger.Entries;

/// <summary>What a text in a leaf may be made of. Nothing in it ever needs escaping, so that a leaf has one spelling.</summary>
public static class Token
{
    public const int Longest = 200;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:/=+";
    private static readonly SearchValues<char> Characters = SearchValues.Create(Letters);
    private static readonly SearchValues<byte> Bytes = SearchValues.Create([.. Letters.Select(c => (byte)c)]);

    public static bool IsValid(ReadOnlySpan<char> text) => text.Length <= Longest && !text.ContainsAnyExcept(Characters);

    public static bool IsValid(ReadOnlySpan<byte> text) => text.Length <= Longest && !text.ContainsAnyExcept(Bytes);
}
