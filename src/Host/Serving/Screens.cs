using Microsoft.AspNetCore.Authorization;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Host.Serving;

/// <summary>Razor Pages of all modules, and the middleware around them.</summary>
internal static class Screens
{
    public static IServiceCollection AddScreens(this IServiceCollection services, ModuleList modules)
    {
        // Pages lie beside their use cases, not under Pages/: every folder of a module is something that staff do.
        var mvc = services.AddRazorPages(o => o.RootDirectory = "/");
        foreach (var assembly in modules.Assemblies)
            mvc.AddApplicationPart(assembly);
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    public static void UseScreens(this WebApplication app, ModuleList modules)
    {
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        foreach (var module in modules.Modules)
            module.Use(app);
        app.UseAuthorization();
        app.MapRazorPages();
        foreach (var module in modules.Modules)
            module.Map(app);
    }
}
