using System.Globalization;
using System.Text.RegularExpressions;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>
/// The Ordnance Survey's National Grid: a transverse Mercator projection of the Airy ellipsoid, and the shift between that and what
/// satellites give, good to about five metres anywhere in Great Britain (A guide to coordinate systems in Great Britain, annexes B and C).
/// </summary>
internal static partial class NationalGrid
{
    // Without I: AA begins in the far north-west, SV is Scilly.
    private const string Letters = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
    private const int HundredKilometres = 100_000;
    private const int MostDigits = 5;

    /// <summary>A square of the grid.</summary>
    public readonly record struct Square(int Easting, int Northing, int Metres)
    {
        public Coordinates Middle => Geodesy.ToDegrees(Easting + (Metres / 2.0), Northing + (Metres / 2.0));
    }

    /// <summary>Reads a reference such as "SP 123 456", "SP123456" or "TG 51409 13177"; null where it is none.</summary>
    public static Square? Read(string text)
    {
        if (Reference().Match(text.ToUpperInvariant()) is not { Success: true } match)
            return null;
        var digits = string.Concat(match.Groups["digits"].Value.Where(char.IsAsciiDigit));
        if (digits.Length % 2 != 0 || digits.Length > 2 * MostDigits)
            return null;
        var (first, second) = (Letters.IndexOf(match.Groups["letters"].Value[0], StringComparison.Ordinal), Letters.IndexOf(match.Groups["letters"].Value[1], StringComparison.Ordinal));
        var east = ((first - 2 + 5) % 5 * 5) + (second % 5);
        var north = 19 - (first / 5 * 5) - (second / 5);
        if (first < 0 || second < 0 || east is < 0 or > 6 || north is < 0 or > 12)
            return null;
        var half = digits.Length / 2;
        var metres = (int)Math.Pow(10, MostDigits - half);
        return new((east * HundredKilometres) + (Number(digits[..half]) * metres), (north * HundredKilometres) + (Number(digits[half..]) * metres), metres);
    }

    /// <summary>The reference of a point to ten metres ("SK 0439 1799"); null outside the grid.</summary>
    public static string? Of(Coordinates at)
    {
        var (easting, northing) = Geodesy.ToGrid(at);
        if (easting is < 0 or >= 7 * HundredKilometres || northing is < 0 or >= 13 * HundredKilometres)
            return null;
        var (east, north) = ((int)easting / HundredKilometres, (int)northing / HundredKilometres);
        var first = (19 - north) - ((19 - north) % 5) + ((east + 10) / 5);
        var second = ((19 - north) * 5 % 25) + (east % 5);
        return string.Create(CultureInfo.InvariantCulture, $"{Letters[first]}{Letters[second]} {(int)easting % HundredKilometres / 10:0000} {(int)northing % HundredKilometres / 10:0000}");
    }

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<letters>[A-HJ-Z]{2})\s*(?<digits>\d{1,5}\s+\d{1,5}|\d{2,10})$")]
    private static partial Regex Reference();
}
