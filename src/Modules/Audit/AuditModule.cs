using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Audit;

/// <summary>The ledger: who saw and did what, provable years later.</summary>
public sealed class AuditModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "audit";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => [];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
    }
}
