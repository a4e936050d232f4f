using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Platform.Modules;

/// <summary>A module: the one public type of its assembly.</summary>
public interface IModule
{
    /// <summary>The name of its schema, in lower case; also the folder of its migrations under <c>db/</c>.</summary>
    string Schema { get; }

    /// <summary>What people may be allowed to do in it.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Its places in the frame's navigation.</summary>
    IReadOnlyList<NavigationPlace> Navigation => [];

    /// <summary>Registers its services and what it hears.</summary>
    void Add(IServiceCollection services, IConfiguration configuration);

    /// <summary>Adds middleware between authentication and authorization (Access puts the person there).</summary>
    void Use(IApplicationBuilder app)
    {
    }

    /// <summary>Maps its endpoints beyond Razor Pages.</summary>
    void Map(IEndpointRouteBuilder routes)
    {
    }
}

/// <summary>A place in the frame's navigation.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Icon">An icon's name in the icon sheet.</param>
/// <param name="Permission">Who sees it.</param>
/// <param name="Order">Where it stands: Inbox 10, Incidents 20, Publish 30, Library 40, Live 50, Insight 60, Audit 70, Administration 80 and on.</param>
/// <param name="Count">The name of the count beside it that means work, or null.</param>
public sealed record NavigationPlace(string Label, string Address, string Icon, string Permission, int Order, string? Count = null);
