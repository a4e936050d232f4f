using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Inbox;

/// <summary>What the public wrote: captured, threaded, triaged and answered.</summary>
public sealed class InboxModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "inbox";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => [];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
    }
}
