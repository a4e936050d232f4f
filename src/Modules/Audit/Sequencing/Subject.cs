using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Ledger.Entries;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>What an entry is about, taken apart so that it is small and can be looked up: <c>conversation:123</c> is a kind and a number.</summary>
/// <param name="Kind">What stands before the colon.</param>
/// <param name="Id">The number after it; 0 where it is none.</param>
/// <param name="Name">What stands after it where it is no number.</param>
internal readonly record struct Subject(string Kind, long Id, string? Name)
{
    /// <summary>As the leaf writes it.</summary>
    public override string ToString() => Name is null ? string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id}") : $"{Kind}:{Name}";

    public static Subject Of(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon < 0 ? ("", text) : (text[..colon], text[(colon + 1)..]);
        return long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && rest == id.ToString(CultureInfo.InvariantCulture) ? new(kind, id, null) : new(kind, 0, rest);
    }

    /// <summary>A subject that fits into a leaf; one that does not is written as its hash, and kept in full with the facts.</summary>
    public static Subject Fitting(string text) => Fits(text) ? Of(text) : new("sha256", 0, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    public static bool Fits(string text) => Token.IsValid(text) && text.Contains(':', StringComparison.Ordinal);
}
