using System.Security.Cryptography;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Entries;

/// <summary>
/// What an entry knows about people: one line of JSON kept beside its leaf, with a salt. The leaf holds SHA-256(salt, facts), so
/// both can be erased and the leaf stays whole; without the salt, a short text cannot be guessed from the hash.
/// </summary>
public static class Facts
{
    public const int SaltLength = 16;

    /// <summary>Facts are a few fields, not documents: this many bytes at most.</summary>
    public const int Longest = 65_536;

    private const int LongestOnTheStack = 1024;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>The hash that goes into the leaf.</summary>
    /// <exception cref="ArgumentException">The facts are not one line of text, too long, or the salt has the wrong length.</exception>
    public static TreeHash Seal(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> facts)
    {
        Check(salt, facts);
        var length = SaltLength + facts.Length;
        var salted = length <= LongestOnTheStack ? stackalloc byte[length] : new byte[length];
        salt.CopyTo(salted);
        facts.CopyTo(salted[SaltLength..]);
        return TreeHasher.Of(salted);
    }

    internal static void Check(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> facts)
    {
        if (salt.Length != SaltLength)
            throw new ArgumentException($"A salt is {SaltLength} bytes.", nameof(salt));

        if (!AreLine(facts))
            throw new ArgumentException($"Facts are one line of JSON of at most {Longest} bytes, without control characters.", nameof(facts));
    }

    internal static bool AreLine(ReadOnlySpan<byte> facts) => facts.Length is > 0 and <= Longest && !facts.ContainsAnyInRange((byte)0, (byte)0x1f);
}
