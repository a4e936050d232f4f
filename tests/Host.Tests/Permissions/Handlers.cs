using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Host.Serving;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>What a page or an endpoint of the host does.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">Where, as the host maps it.</param>
/// <param name="Address">Where, with something in the place of its parameters.</param>
/// <param name="AllPolicies">What it asks for, with spaces between.</param>
internal sealed record Handler(string Method, string Route, string Address, string AllPolicies)
{
    public IEnumerable<string> Policies => AllPolicies.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Every handler of every page and every endpoint, as the host maps them: nobody lists them here, so no new page slips past.</summary>
internal static class Handlers
{
    public static async Task<IReadOnlyList<Handler>> AllAsync()
    {
        var folder = Directory.CreateTempSubdirectory("policesocial-handlers-");
        try
        {
            await using var app = WebHost.Build(["--data", folder.FullName, "--environment", "Production"]);
            var pages = app.Services.GetRequiredService<PageLoader>();
            var found = new List<Handler>();
            foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>())
                found.AddRange(await OfAsync(endpoint, pages));
            return [.. found.Distinct().OrderBy(h => h.Address, StringComparer.Ordinal)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IEnumerable<Handler>> OfAsync(RouteEndpoint endpoint, PageLoader pages)
    {
        var (route, address) = ($"/{endpoint.RoutePattern.RawText!.Trim('/')}", Filled(endpoint.RoutePattern));
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return address is "/live" || address.Contains('.', StringComparison.Ordinal) || endpoint.Metadata.Any(m => m.GetType().FullName!.Contains("StaticAsset", StringComparison.Ordinal))
                ? []
                : (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Where(m => m is "GET" or "POST").Select(m => new Handler(m, route, address, Policies(endpoint)));
        }

        var compiled = await pages.LoadAsync(page, EndpointMetadataCollection.Empty);
        var policies = string.Join(' ', compiled.EndpointMetadata!.OfType<IAuthorizeData>().Concat(compiled.ModelTypeInfo!.GetCustomAttributes(inherit: true).OfType<IAuthorizeData>()).Select(a => a.Policy).OfType<string>().Distinct());
        Handler[] unspoken = compiled.HandlerMethods.Any(h => h.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase) && h.Name is null or "")
            ? []
            : [new("GET", route, address, policies)];
        // A filter that a page overrides (OnPageHandlerExecutionAsync) looks like a handler of a method called PAGE.
        return unspoken.Concat(compiled.HandlerMethods.Where(h => h.HttpMethod.ToUpperInvariant() is "GET" or "POST").Select(h =>
        {
            var query = h.Name is { Length: > 0 } name ? $"?handler={name}" : "";
            return new Handler(h.HttpMethod.ToUpperInvariant(), route + query, address + query, policies);
        }));
    }

    private static string Policies(RouteEndpoint endpoint) =>
        string.Join(' ', endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>());

    private static string Filled(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "1",
    }))));
}
