using System.Globalization;
using System.Text.RegularExpressions;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>A point on the earth, in degrees as satellites know it (WGS 84).</summary>
internal readonly partial record struct Coordinates(double Latitude, double Longitude)
{
    /// <summary>As people write it, to about ten centimetres: "52.759300, -1.935400".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.000000}, {Longitude:0.000000}");

    /// <summary>
    /// Reads latitude and longitude in degrees ("52.7593, -1.9354", "52.7593N 1.9354W") or a National Grid reference ("SP 123 456"); null
    /// where it is neither. A grid reference names a square: its middle, and how large it is.
    /// </summary>
    public static (Coordinates At, int? AccuracyMetres)? Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (NationalGrid.Read(text) is { } square)
            return (square.Middle, square.Metres);
        if (Degrees().Match(text) is not { Success: true } match)
            return null;
        var latitude = Signed(match, "lat", "ns", 'S');
        var longitude = Signed(match, "lon", "ew", 'W');
        return latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 ? (new(latitude, longitude), null) : null;
    }

    private static double Signed(Match match, string number, string half, char negative)
    {
        var value = double.Parse(match.Groups[number].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups[half].Value.Equals(negative.ToString(), StringComparison.OrdinalIgnoreCase) ? -value : value;
    }

    [GeneratedRegex(@"^(?<lat>[+-]?\d{1,2}(\.\d{1,12})?)\s*°?\s*(?<ns>[NSns])?\s*[,; ]\s*(?<lon>[+-]?\d{1,3}(\.\d{1,12})?)\s*°?\s*(?<ew>[EWew])?$")]
    private static partial Regex Degrees();
}
