using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Access;

/// <summary>Who works here and what they may do: people, teams, roles, signing in.</summary>
public sealed class AccessModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "access";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => AccessPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<NavigationPlace> Navigation =>
    [
        new("People", "/people", "person", AccessPermissions.ManagePeople, 80),
        new("Teams", "/teams", "person", AccessPermissions.ManagePeople, 81),
        new("Roles", "/roles", "administration", AccessPermissions.ManageRoles, 82),
    ];

    /// <inheritdoc/>
    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddAccess(configuration);

    /// <inheritdoc/>
    public void Use(IApplicationBuilder app)
    {
        var person = app.ApplicationServices.GetRequiredService<SignedInPerson>();
        app.Use(person.HandleAsync);
    }
}
