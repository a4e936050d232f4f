using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Refused;

/// <summary>Where a policy refuses a person, shows them which permission is missing.</summary>
internal sealed class RefusalInWords(RefusalPage page) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _otherwise = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden ? page.ShowAsync(context, Missing(context)) : _otherwise.HandleAsync(next, context, policy, authorizeResult);

    /// <summary>The first policy of the page that the person does not hold; policies are named like permissions.</summary>
    private static string? Missing(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>()
            .FirstOrDefault(key => context.PersonOrNone()?.Grants.Allows(key) != true);
}
