namespace PoliceSocial.Host.Shelf;

/// <summary>Registers the shelf; an <see cref="IChannelDesk"/> must be registered beside it.</summary>
internal static class ShelfServices
{
    public static IServiceCollection AddPluginShelf(this IServiceCollection services, ShelfOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<SupplierKeys>()
            .AddSingleton<Gate>()
            .AddSingleton<Staging>()
            .AddSingleton<PluginPackage>()
            .AddSingleton<PluginInstall>()
            .AddSingleton<ShelfCatalogue>()
            .AddSingleton<PluginLoading>()
            .AddSingleton<Trial>()
            .AddSingleton<StatusBoard>()
            .AddSingleton<Retirement>()
            .AddSingleton<PluginShelf>()
            .AddSingleton<ShelfKeeper>()
            .AddHostedService(s => s.GetRequiredService<ShelfKeeper>());

    /// <summary>Reads the section <c>Plugins</c>. A signature is required everywhere but in development, unless it is set.</summary>
    public static ShelfOptions ReadShelfOptions(this IConfiguration configuration, string dataFolder, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Plugins");
        return new ShelfOptions
        {
            DataFolder = dataFolder,
            RequireSignature = section.GetValue("RequireSignature", defaultValue: !environment.IsDevelopment()),
            DrainFor = section.GetValue("DrainFor", TimeSpan.FromSeconds(10)),
            Proxy = section.GetValue<Uri?>("Proxy"),
            PrivateHosts = section.GetSection("PrivateHosts").Get<string[]>() ?? [],
        };
    }
}
