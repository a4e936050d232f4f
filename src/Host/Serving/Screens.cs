using Microsoft.AspNetCore.Authorization;
using PoliceSocial.Host.Serving.Frame;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Serving;

/// <summary>Razor Pages of all modules, and the middleware around them.</summary>
internal static class Screens
{
    public static IServiceCollection AddScreens(this IServiceCollection services, IConfiguration configuration, ModuleList modules)
    {
        // Pages lie beside their use cases, not under Pages/: every folder of a module is something that staff do.
        var mvc = services.AddRazorPages(o => o.RootDirectory = "/")
            .AddRazorOptions(o =>
            {
                o.PageViewLocationFormats.Add("/Pages/Shared/{0}.cshtml");
                o.ViewLocationFormats.Add("/Pages/Shared/{0}.cshtml");
            });
        foreach (var assembly in modules.Assemblies)
            mvc.AddApplicationPart(assembly);
        services.AddLocalization();
        services.AddOptions<ForceOptions>().Bind(configuration.GetSection(ForceOptions.Section));
        services.AddSingleton<Frames>();
        services.AddSingleton<IFrames>(s => s.GetRequiredService<Frames>());
        services.AddAntiforgery(o => o.HeaderName = "RequestVerificationToken");
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    public static void UseScreens(this WebApplication app, ModuleList modules)
    {
        app.UseReverseProxy();
        app.UseSafeHeaders();
        app.UseExceptionHandler("/wrong");
        app.UseStatusCodePagesWithReExecute("/wrong/{0}");
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Cache });
        app.UseRouting();
        app.UseSpokenLanguage();
        app.UseAuthentication();
        foreach (var module in modules.Modules)
            module.Use(app);
        app.UseAuthorization();

        // Pages look for their token themselves; an endpoint that takes a form (the download of a bag) is answered 500 without this.
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapLive();
        app.MapHealth();
        foreach (var module in modules.Modules)
            module.Map(app);
    }

    /// <summary>Assets carry their version in their address; the worker, which updates them, must be asked for anew.</summary>
    private static void Cache(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.File.Name == "worker.js" ? "no-cache" : "public, max-age=3600";
}
