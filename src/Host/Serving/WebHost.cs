using PoliceSocial.Access;
using PoliceSocial.Audit;
using PoliceSocial.Channels;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Evidence;
using PoliceSocial.Host.Serving.Frame;
using PoliceSocial.Host.Serving.Plugins;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Inbox;
using PoliceSocial.Incidents;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Publishing;

namespace PoliceSocial.Host.Serving;

/// <summary>Builds the one host that all modules run in.</summary>
internal static class WebHost
{
    /// <summary>Serves until it is told to stop.</summary>
    public static async Task<int> ServeAsync(string[] args, CancellationToken ct)
    {
        await using var app = Build(args);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await app.RunAsync(ct);
        return 0;
    }

    /// <summary>Builds it, not yet started.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddWindowsService(o => o.ServiceName = "PoliceSocial").AddSystemd();
        builder.Services.AddFolders(builder.Configuration);
        var modules = builder.Services.AddPlatform(builder.Configuration);
        AddModules(modules);
        AddPlugins(builder);
        builder.Services.AddHealth();
        builder.Services.AddScreens(builder.Configuration, modules);
        builder.Services.AddHostedService<RehearsalForce>();

        // A form without its token is answered 400 by an endpoint as by a page, in Development too.
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        var app = builder.Build();
        app.UseScreens(modules);
        return app;
    }

    /// <summary>The explicit list: a module that is not named here does not exist.</summary>
    public static void AddModules(ModuleList modules) => modules
        .Add<AccessModule>()
        .Add<AuditModule>()
        .Add<ChannelsModule>()
        .Add<EvidenceModule>()
        .Add<InboxModule>()
        .Add<IncidentsModule>()
        .Add<PublishingModule>();

    private static void AddPlugins(WebApplicationBuilder builder)
    {
        builder.Services.AddPluginShelf(builder.Configuration.ReadShelfOptions(Folders.Of(builder.Configuration), builder.Environment));
        builder.Services.AddSingleton<ChannelDesk>();
        builder.Services.AddSingleton<IChannelDesk>(s => s.GetRequiredService<ChannelDesk>());
        builder.Services.AddSingleton<IShelf, ShelfForModules>();
        builder.Services.AddSingleton<ChannelAlarmBar>();
        builder.Services.AddSingleton<IAlarmSource>(s => s.GetRequiredService<ChannelAlarmBar>());
        builder.Services.AddSingleton<IChannelHealth>(s => s.GetRequiredService<ChannelAlarmBar>());
    }
}
