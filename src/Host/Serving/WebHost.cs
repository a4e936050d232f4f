using PoliceSocial.Access;
using PoliceSocial.Audit;
using PoliceSocial.Channels;
using PoliceSocial.Inbox;
using PoliceSocial.Platform.Data;
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
        var migrator = app.Services.GetRequiredService<Migrator>();
        await migrator.MigrateAsync(ct);
        await app.RunAsync(ct);
        return 0;
    }

    /// <summary>Builds it, not yet started.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(WebHost).Assembly.GetName().Name });
        builder.Services.AddWindowsService(o => o.ServiceName = "PoliceSocial").AddSystemd();
        var modules = builder.Services.AddPlatform(builder.Configuration);
        AddModules(modules);
        builder.Services.AddFolders(builder.Configuration);
        builder.Services.AddScreens(builder.Configuration, modules);
        var app = builder.Build();
        app.UseScreens(modules);
        return app;
    }

    /// <summary>The explicit list: a module that is not named here does not exist.</summary>
    public static void AddModules(ModuleList modules) => modules
        .Add<AccessModule>()
        .Add<AuditModule>()
        .Add<ChannelsModule>()
        .Add<InboxModule>()
        .Add<PublishingModule>();
}
