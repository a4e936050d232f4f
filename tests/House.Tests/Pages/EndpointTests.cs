using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using PoliceSocial.Host.Serving;

namespace PoliceSocial.House.Tests.Pages;

/// <summary>The endpoints beyond pages: what modules add in <c>Map</c>.</summary>
public sealed class EndpointTests
{
    /// <summary>Answered without an antiforgery token, since no browser sends them: each proves its sender in its own way.</summary>
    private static readonly string[] WithoutToken = ["/hooks/"];

    [Fact]
    public async Task EveryMappedEndpoint_StatesItsPolicy_AndItsPostsNeedAToken()
    {
        var folder = Directory.CreateTempSubdirectory("policesocial-endpoints-");
        try
        {
            await using var app = WebHost.Build(["--data", folder.FullName, "--environment", "Production"]);
            Rule.Holds(Careless(((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AnEndpointWithoutPolicyOrToken_IsFound()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPost("/planted/naked", () => Results.Ok());
        app.MapPost("/planted/tokenless", () => Results.Ok()).RequireAuthorization("inbox.read");
        app.MapPost("/planted/switched-off", () => Results.Ok()).RequireAuthorization("inbox.read").DisableAntiforgery();
        app.MapPost("/planted/careful", () => Results.Ok()).RequireAuthorization("inbox.read").WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet("/planted/read", () => Results.Ok()).AllowAnonymous();
        var found = Careless(((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()).ToList();
        Rule.Bites(found, "/planted/naked states no policy");
        Rule.Bites(found, "/planted/naked takes POST without");
        Rule.Bites(found, "/planted/tokenless takes POST without");
        Rule.Bites(found, "/planted/switched-off takes POST without");
        Assert.Equal(4, found.Count);
    }

    private static IEnumerable<string> Careless(IEnumerable<RouteEndpoint> endpoints) =>
        from endpoint in endpoints
        where endpoint.Metadata.GetMetadata<ActionDescriptor>() is null && !IsStatic(endpoint)
        from wrong in Wrong(endpoint)
        select wrong;

    /// <summary>Files of the web root carry their own metadata and hold nothing of a force's.</summary>
    private static bool IsStatic(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().FullName!.Contains("StaticAsset", StringComparison.Ordinal));

    private static IEnumerable<string> Wrong(RouteEndpoint endpoint)
    {
        var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            yield return $"{address} states no policy; add RequireAuthorization(permission) or AllowAnonymous() where its module maps it.";
        var changes = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.FirstOrDefault(m => m is not ("GET" or "HEAD" or "OPTIONS"));
        if (changes is not null && !WithoutToken.Any(w => address.StartsWith(w, StringComparison.Ordinal))
            && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
        {
            yield return $"{address} takes {changes} without an antiforgery token; add WithMetadata(new RequireAntiforgeryTokenAttribute()).";
        }
    }
}
