using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Publishing;

/// <summary>What leaves for the networks: each intent stored first, delivered at most once, never in doubt unseen.</summary>
public sealed class PublishingModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "publishing";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => [];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
    }
}
