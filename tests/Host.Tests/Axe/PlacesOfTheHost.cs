using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using PoliceSocial.Host.Serving;

namespace PoliceSocial.Host.Tests.Axe;

/// <summary>Every page that the host maps, by its route.</summary>
internal static class PlacesOfTheHost
{
    public static async Task<IReadOnlySet<string>> RoutesAsync()
    {
        var folder = Directory.CreateTempSubdirectory("policesocial-routes-");
        try
        {
            await using var app = WebHost.Build(["--data", folder.FullName, "--environment", "Production"]);
            return ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).ToHashSet(StringComparer.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
