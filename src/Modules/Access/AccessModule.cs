using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Access;

/// <summary>Who works here and what they may do: people, teams, roles, signing in.</summary>
public sealed class AccessModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "access";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => [];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
    }
}
