using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Channels;

/// <summary>The accounts on social networks, how they are connected, and how well they are.</summary>
public sealed class ChannelsModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "channels";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => [];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
    }
}
