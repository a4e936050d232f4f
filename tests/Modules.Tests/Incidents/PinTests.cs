using System.Text;
using Microsoft.Extensions.Configuration;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Pinning;
using PoliceSocial.Incidents.Reading;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class PinTests
{
    /// <summary>A square about Rugeley, with a hole in its middle.</summary>
    private const string Area =
        """
        { "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": {}, "geometry": { "type": "Polygon", "coordinates": [
          [[-2.2, 52.6], [-1.8, 52.6], [-1.8, 52.9], [-2.2, 52.9], [-2.2, 52.6]], [[-2.01, 52.74], [-1.99, 52.74], [-1.99, 52.76], [-2.01, 52.76], [-2.01, 52.74]]] } }] }
        """;

    private static CancellationToken Ct => TestForce.Ct;

    /// <summary>The worked example of the Ordnance Survey's guide, annex C: E 651409.903, N 313177.270 on the Airy ellipsoid.</summary>
    [Fact]
    public void Grid_IsUnprojectedAsTheOrdnanceSurveyPublishesIt()
    {
        var (latitude, longitude) = Geodesy.Unproject(651_409.903, 313_177.270);
        Assert.Equal(52 + (39 / 60.0) + (27.2531 / 3600), latitude * 180 / Math.PI, 1e-7);
        Assert.Equal(1 + (43 / 60.0) + (4.5177 / 3600), longitude * 180 / Math.PI, 1e-7);
    }

    [Theory]
    [InlineData("TG 51409 13177", 52.6580, 1.7160, 1)]
    [InlineData("tg5140913177", 52.6580, 1.7160, 1)]
    public void Reference_IsWhereSatellitesSayItIs(string typed, double latitude, double longitude, int metres)
    {
        var (at, accuracy) = Coordinates.Read(typed)!.Value;
        Assert.Equal((latitude, longitude), (Math.Round(at.Latitude, 4), Math.Round(at.Longitude, 4)));
        Assert.Equal(metres, accuracy);
    }

    [Theory]
    [InlineData("SP 123 456", 412_350, 245_650, 100)]
    [InlineData("SP123456", 412_350, 245_650, 100)]
    [InlineData("SV 00 00", 500, 500, 1_000)]
    [InlineData("HP 6 1", 465_000, 1_215_000, 10_000)]
    [InlineData("NN 166 712", 216_650, 771_250, 100)]
    public void Reference_NamesTheMiddleOfItsSquare(string typed, int easting, int northing, int metres)
    {
        var square = NationalGrid.Read(typed)!.Value;
        Assert.Equal((easting, northing, metres), (square.Easting + (metres / 2), square.Northing + (metres / 2), square.Metres));
        var (east, north) = Geodesy.ToGrid(square.Middle);
        Assert.Equal((easting, northing), ((int)Math.Round(east), (int)Math.Round(north)));
    }

    [Theory]
    [InlineData("52.7593, -1.9354")]
    [InlineData("52.7593 -1.9354")]
    [InlineData("52.7593N 1.9354W")]
    [InlineData("52.7593°N, 1.9354°W")]
    public void Degrees_AreReadAsPeopleWriteThem(string typed) => Assert.Equal(new Coordinates(52.7593, -1.9354), Coordinates.Read(typed)!.Value.At);

    [Theory]
    [InlineData("")]
    [InlineData("by the canal")]
    [InlineData("91, 0")]
    [InlineData("52.7, 181")]
    [InlineData("SP 123 45")]
    [InlineData("II 123 456")]
    [InlineData("ZZ 123 456")]
    [InlineData("SP")]
    public void Nonsense_IsNoPlace(string typed) => Assert.Null(Coordinates.Read(typed));

    [Fact]
    public void Point_HasAReferenceOnlyOnTheGrid()
    {
        Assert.Equal("TG 5140 1317", NationalGrid.Of(NationalGrid.Read("TG 51409 13177")!.Value.Middle));
        Assert.Equal("SV 0050 0050", NationalGrid.Of(NationalGrid.Read("SV 0050 0050")!.Value.Middle));
        Assert.Null(NationalGrid.Of(new(48.85, 2.35)));
    }

    [Theory]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]] }""", "fewer than four")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]] }""", "does not end where it begins")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[400000, 300000], [1, 0], [1, 1], [400000, 300000]]] }""", "not on the earth")]
    [InlineData("""{ "type": "Point", "coordinates": [0, 0] }""", "holds a Point")]
    [InlineData("""{ "type": "FeatureCollection", "features": [] }""", "holds no Polygon")]
    [InlineData("""{ "kind": "Polygon" }""", "no GeoJSON")]
    [InlineData("""{ "type": """, "no JSON")]
    public void Boundary_WithAMistake_IsRefusedInWords(string json, string told) => Assert.Contains(
        told, Assert.Throws<FormatException>(() => Boundary.Read("area", new MemoryStream(Encoding.UTF8.GetBytes(json)))).Message, StringComparison.Ordinal);

    [Theory, Databases]
    public async Task Pin_IsKeptWithWhoAndHow_AndInsideTheAreaOrNot(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var id = (await force.RecordAsync()).Id;
        Assert.IsType<ChangeResult.Done>(await PinAsync(force, id, "52.7593, -1.9354"));
        var maps = force.Get<DataFolder>().Sub("maps");
        await File.WriteAllTextAsync(Path.Combine(maps, "area.geojson"), Area, Ct);
        await File.WriteAllTextAsync(Path.Combine(maps, "broken.geojson"), "no", Ct);
        await PinAsync(force, id, "52.7593, -1.9354");
        await PinAsync(force, id, "52.75, -2.0");
        await PinAsync(force, id, "SP 123 456");

        var pins = await force.Store.QueryAsync(PinRow.Latest, new { incidentId = id, take = 10 }, Ct);
        Assert.Equal([false, false, true, null], pins.Select(p => p.InArea));
        Assert.Equal((100, PinSource.WorkedOut, 1L), (pins[0].AccuracyMetres, pins[0].Source, pins[0].PinnedBy));
        Assert.Equal([false, false, true, null], (await force.RaisedAsync<PlacePinned>()).Reverse().Select(e => e.InArea));
        Assert.Equal(pins[0], (await force.Get<ReadIncident>().HandleAsync(IncidentsForce.Rees, id, Ct))!.Pin);
        Assert.Contains("broken.geojson is left out", Assert.Single((await force.Get<Boundaries>().ReadAsync(Ct)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Command_NeedsAPlaceAndHowItIsKnown()
    {
        var rules = new PinValidator();
        Assert.True(rules.Validate(new PinCommand(1, "SK 043 180", null, PinSource.Said)).IsValid);
        Assert.False(rules.Validate(new PinCommand(1, "the Crown", null, PinSource.Said)).IsValid);
        Assert.False(rules.Validate(new PinCommand(1, "SK 043 180", 0, PinSource.Said)).IsValid);
        Assert.False(rules.Validate(new PinCommand(1, "SK 043 180", null, 0)).IsValid);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("https://tiles.example:8443/osm/{z}/{x}/{y}.png", "https://tiles.example:8443/")]
    public void TileServer_IsOneHost_OrNone(string tiles, string? host) => Assert.Equal(host, MapOptions.Of(With(tiles)).Host?.AbsoluteUri);

    [Theory]
    [InlineData("https://tiles.example/osm.png")]
    [InlineData("http://tiles.example/{z}/{x}/{y}.png")]
    [InlineData("tiles/{z}/{x}/{y}.png")]
    public void TileServer_ThatIsNone_IsRefused(string tiles) => Assert.Throws<InvalidOperationException>(() => MapOptions.Of(With(tiles)));

    private static IConfiguration With(string tiles) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [$"{MapOptions.Section}:Tiles"] = tiles }).Build();

    private static Task<ChangeResult> PinAsync(IncidentsForce force, long id, string place) =>
        force.Get<PinPlace>().HandleAsync(IncidentsForce.Rees, new(id, place, null, PinSource.WorkedOut), Ct);
}
