using static System.Math;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>Between the National Grid and the degrees of satellites, by the Ordnance Survey's published formulas and constants.</summary>
internal static class Geodesy
{
    // The Airy 1830 ellipsoid, the grid's projection, and the ellipsoid of WGS 84.
    private const double A = 6_377_563.396;
    private const double B = 6_356_256.909;
    private const double Scale = 0.9996012717;
    private const double TrueEasting = 400_000;
    private const double TrueNorthing = -100_000;
    private const double WgsA = 6_378_137;
    private const double WgsB = 6_356_752.314245;
    private const double N = (A - B) / (A + B);
    private const double E2 = ((A * A) - (B * B)) / (A * A);
    private static readonly double TrueLatitude = Radians(49);
    private static readonly double TrueLongitude = Radians(-2);

    /// <summary>Eastings and northings of a point.</summary>
    public static (double Easting, double Northing) ToGrid(Coordinates wgs)
    {
        var (x, y, z) = Cartesian(Radians(wgs.Latitude), Radians(wgs.Longitude), WgsA, WgsB);
        var (latitude, longitude) = Polar(Shift(x, y, z, direction: 1), A, B);
        return Project(latitude, longitude);
    }

    /// <summary>A point of the grid as satellites know it.</summary>
    public static Coordinates ToDegrees(double easting, double northing)
    {
        var (latitude, longitude) = Unproject(easting, northing);
        var (x, y, z) = Cartesian(latitude, longitude, A, B);
        var (lat, lon) = Polar(Shift(x, y, z, direction: -1), WgsA, WgsB);
        return new(Degrees(lat), Degrees(lon));
    }

    /// <summary>Latitude and longitude on the Airy ellipsoid, in radians.</summary>
    public static (double Latitude, double Longitude) Unproject(double easting, double northing)
    {
        var latitude = TrueLatitude;
        double arc;
        do
        {
            latitude += (northing - TrueNorthing - Arc(latitude)) / (A * Scale);
            arc = northing - TrueNorthing - Arc(latitude);
        }
        while (Abs(arc) >= 0.00001);

        var (nu, rho, eta2) = Radii(latitude);
        var (tan, sec, e) = (Tan(latitude), 1 / Cos(latitude), easting - TrueEasting);
        var (tan2, tan4, tan6) = (tan * tan, Pow(tan, 4), Pow(tan, 6));
        var vii = tan / (2 * rho * nu);
        var viii = tan / (24 * rho * Pow(nu, 3)) * (5 + (3 * tan2) + eta2 - (9 * tan2 * eta2));
        var ix = tan / (720 * rho * Pow(nu, 5)) * (61 + (90 * tan2) + (45 * tan4));
        var x = sec / nu;
        var xi = sec / (6 * Pow(nu, 3)) * ((nu / rho) + (2 * tan2));
        var xii = sec / (120 * Pow(nu, 5)) * (5 + (28 * tan2) + (24 * tan4));
        var xiia = sec / (5040 * Pow(nu, 7)) * (61 + (662 * tan2) + (1320 * tan4) + (720 * tan6));
        return (
            latitude - (vii * e * e) + (viii * Pow(e, 4)) - (ix * Pow(e, 6)),
            TrueLongitude + (x * e) - (xi * Pow(e, 3)) + (xii * Pow(e, 5)) - (xiia * Pow(e, 7)));
    }

    private static (double Easting, double Northing) Project(double latitude, double longitude)
    {
        var (nu, rho, eta2) = Radii(latitude);
        var (sin, cos, l) = (Sin(latitude), Cos(latitude), longitude - TrueLongitude);
        var (tan2, tan4) = (Pow(Tan(latitude), 2), Pow(Tan(latitude), 4));
        var i = Arc(latitude) + TrueNorthing;
        var ii = nu / 2 * sin * cos;
        var iii = nu / 24 * sin * Pow(cos, 3) * (5 - tan2 + (9 * eta2));
        var iiia = nu / 720 * sin * Pow(cos, 5) * (61 - (58 * tan2) + tan4);
        var iv = nu * cos;
        var v = nu / 6 * Pow(cos, 3) * ((nu / rho) - tan2);
        var vi = nu / 120 * Pow(cos, 5) * (5 - (18 * tan2) + tan4 + (14 * eta2) - (58 * tan2 * eta2));
        return (TrueEasting + (iv * l) + (v * Pow(l, 3)) + (vi * Pow(l, 5)), i + (ii * l * l) + (iii * Pow(l, 4)) + (iiia * Pow(l, 6)));
    }

    /// <summary>The meridian's arc from the true origin.</summary>
    private static double Arc(double latitude)
    {
        var (minus, plus) = (latitude - TrueLatitude, latitude + TrueLatitude);
        var (n2, n3) = (N * N, N * N * N);
        return B * Scale * (
            ((1 + N + (1.25 * n2) + (1.25 * n3)) * minus)
            - (((3 * N) + (3 * n2) + (21.0 / 8 * n3)) * Sin(minus) * Cos(plus))
            + (((15.0 / 8 * n2) + (15.0 / 8 * n3)) * Sin(2 * minus) * Cos(2 * plus))
            - (35.0 / 24 * n3 * Sin(3 * minus) * Cos(3 * plus)));
    }

    private static (double Nu, double Rho, double Eta2) Radii(double latitude)
    {
        var flat = 1 - (E2 * Pow(Sin(latitude), 2));
        var (nu, rho) = (A * Scale / Sqrt(flat), A * Scale * (1 - E2) / Pow(flat, 1.5));
        return (nu, rho, (nu / rho) - 1);
    }

    /// <summary>The Helmert transformation from WGS 84 to OSGB 36; backwards with all signs turned.</summary>
    private static (double X, double Y, double Z) Shift(double x, double y, double z, int direction)
    {
        var (tx, ty, tz) = (direction * -446.448, direction * 125.157, direction * -542.060);
        var scale = 1 + (direction * 20.4894e-6);
        var (rx, ry, rz) = (direction * Seconds(-0.1502), direction * Seconds(-0.2470), direction * Seconds(-0.8421));
        return (tx + (x * scale) - (y * rz) + (z * ry), ty + (x * rz) + (y * scale) - (z * rx), tz - (x * ry) + (y * rx) + (z * scale));
    }

    private static (double X, double Y, double Z) Cartesian(double latitude, double longitude, double a, double b)
    {
        var e2 = 1 - (b * b / (a * a));
        var nu = a / Sqrt(1 - (e2 * Pow(Sin(latitude), 2)));
        return (nu * Cos(latitude) * Cos(longitude), nu * Cos(latitude) * Sin(longitude), nu * (1 - e2) * Sin(latitude));
    }

    private static (double Latitude, double Longitude) Polar((double X, double Y, double Z) at, double a, double b)
    {
        var e2 = 1 - (b * b / (a * a));
        var p = Sqrt((at.X * at.X) + (at.Y * at.Y));
        var latitude = Atan2(at.Z, p * (1 - e2));
        for (var n = 0; n < 10; n++)
            latitude = Atan2(at.Z + (e2 * a / Sqrt(1 - (e2 * Pow(Sin(latitude), 2))) * Sin(latitude)), p);
        return (latitude, Atan2(at.Y, at.X));
    }

    private static double Radians(double degrees) => degrees * PI / 180;

    private static double Degrees(double radians) => radians * 180 / PI;

    private static double Seconds(double seconds) => Radians(seconds / 3600);
}
