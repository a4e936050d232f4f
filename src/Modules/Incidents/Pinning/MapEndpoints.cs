using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>Gives the map the force's own boundaries; they hold nothing of any incident.</summary>
internal static class MapEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/incidents/map/boundaries", async (Boundaries boundaries, CancellationToken ct) => Results.Json(new
        {
            type = "FeatureCollection",
            features = (await boundaries.ReadAsync(ct)).All.Select(b => new
            {
                type = "Feature",
                properties = new { name = b.Name, area = b.Name == Boundaries.Area },
                geometry = new { type = "MultiPolygon", coordinates = b.Polygons.Select(p => p.Select(r => r.Select(at => new[] { at.Lon, at.Lat }))) },
            }),
        })).RequireAuthorization(IncidentsPermissions.Read);
}
