using System.Text.Json;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>One of the force's own boundaries: polygons with their holes, as GeoJSON (RFC 7946) tells them.</summary>
/// <param name="Name">The file's name without its ending; <c>area</c> is the force's area.</param>
/// <param name="Polygons">Each with its outer ring first, points as longitude and latitude.</param>
internal sealed record Boundary(string Name, IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> Polygons)
{
    public const int MostPoints = 200_000;

    /// <summary>Whether a point lies inside one of the polygons and in none of its holes.</summary>
    public bool Holds(Coordinates at) => Polygons.Any(rings => Crosses(rings[0], at) && !rings.Skip(1).Any(hole => Crosses(hole, at)));

    /// <summary>Reads a boundary.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong.</exception>
    public static Boundary Read(string name, Stream json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
            var polygons = Geometries(document.RootElement).SelectMany(PolygonsOf).ToList();
            return polygons.Count > 0 ? new(name, polygons) : throw new FormatException("it holds no Polygon or MultiPolygon");
        }
        catch (JsonException e)
        {
            throw new FormatException($"it is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"it is no GeoJSON: {e.Message}", e);
        }
    }

    private static IEnumerable<JsonElement> Geometries(JsonElement element) => element.GetProperty("type").GetString() switch
    {
        "FeatureCollection" => element.GetProperty("features").EnumerateArray().SelectMany(Geometries),
        "Feature" => element.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry ? Geometries(geometry) : [],
        "GeometryCollection" => element.GetProperty("geometries").EnumerateArray().SelectMany(Geometries),
        _ => [element],
    };

    private static IEnumerable<IReadOnlyList<IReadOnlyList<(double, double)>>> PolygonsOf(JsonElement geometry) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => [Rings(geometry.GetProperty("coordinates"))],
        "MultiPolygon" => geometry.GetProperty("coordinates").EnumerateArray().Select(Rings),
        var other => throw new FormatException($"it holds a {other}; only Polygon and MultiPolygon bound an area"),
    };

    private static List<IReadOnlyList<(double, double)>> Rings(JsonElement rings)
    {
        var all = rings.EnumerateArray().Select(ring => (IReadOnlyList<(double, double)>)[.. ring.EnumerateArray().Select(Point)]).ToList();
        if (all.Count == 0 || all.Exists(r => r.Count < 4 || r[0] != r[^1]))
            throw new FormatException("a ring has fewer than four points, or does not end where it begins");
        return all.Sum(r => r.Count) <= MostPoints ? all : throw new FormatException($"a polygon has more than {MostPoints} points");
    }

    private static (double, double) Point(JsonElement point)
    {
        var (longitude, latitude) = (point[0].GetDouble(), point[1].GetDouble());
        return longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90
            ? (longitude, latitude)
            : throw new FormatException($"the point {longitude}, {latitude} is not on the earth: GeoJSON wants degrees, longitude first");
    }

    /// <summary>Counts how often a line to the east meets the ring: odd is inside.</summary>
    private static bool Crosses(IReadOnlyList<(double Lon, double Lat)> ring, Coordinates at)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var ((x, y), (px, py)) = (ring[i], ring[j]);
            if (y > at.Latitude != py > at.Latitude && at.Longitude < ((px - x) * (at.Latitude - y) / (py - y)) + x)
                inside = !inside;
        }

        return inside;
    }
}
