using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Platform.Modules;

/// <summary>The modules that a host is made of, in the order in which it named them.</summary>
public sealed class ModuleList
{
    private readonly List<IModule> _modules = [];
    private readonly IServiceCollection _services;
    private readonly IConfiguration _configuration;

    internal ModuleList(IServiceCollection services, IConfiguration configuration)
    {
        _services = services;
        _configuration = configuration;
    }

    /// <summary>The modules.</summary>
    public IReadOnlyList<IModule> Modules => _modules;

    /// <summary>The names of their schemas.</summary>
    public IEnumerable<string> Schemas => _modules.Select(m => m.Schema);

    /// <summary>Their assemblies, for Razor Pages.</summary>
    public IEnumerable<Assembly> Assemblies => _modules.Select(m => m.GetType().Assembly);

    /// <summary>Adds a module: its services, its schema's <see cref="Store{TModule}"/>, its migrations.</summary>
    public ModuleList Add<TModule>()
        where TModule : class, IModule, new()
    {
        var module = new TModule();
        _modules.Add(module);
        _services.AddSingleton(s => new Store<TModule>(s.GetRequiredService<Schemas>().Of(module.Schema)));
        module.Add(_services, _configuration);
        return this;
    }
}

/// <summary>Puts the platform under a host.</summary>
public static class PlatformServices
{
    /// <summary>Registers the platform and returns the list to add the modules to.</summary>
    public static ModuleList AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        var modules = new ModuleList(services, configuration);
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modules);
        services.AddSingleton(s => new Ids(s.GetRequiredService<TimeProvider>(), configuration.GetValue("Host:Number", 0)));
        services.AddSingleton<ActFactory>();
        services.AddSingleton<Commits>();
        services.AddSingleton<EventTypes>();
        services.AddSingleton<Schemas>();
        services.AddSingleton<Migrator>();
        services.AddSingleton(s => new LiveTopics(s.GetRequiredService<Commits>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PumpHealth>();
        services.AddHostedService<Pump>();
        services.AddHttpContextAccessor();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        return modules;
    }
}
