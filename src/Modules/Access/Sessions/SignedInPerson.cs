using Microsoft.AspNetCore.Http;
using PoliceSocial.Access.Roster;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Sessions;

/// <summary>
/// Puts the person who asks into the request, with what they may do. Whoever still has to set up a second factor may do
/// nothing else until they have.
/// </summary>
internal sealed class SignedInPerson(RosterReader roster, SecondFactorPolicy policy)
{
    private const string Setup = "/account/second-factor";

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<SessionRow>() is not { } session)
        {
            await next(context);
            return;
        }

        var member = (await roster.NowAsync(context.RequestAborted)).Of(session.PersonId);
        if (member is not { IsActive: true })
        {
            // Disabled between the session's check and now: they are nobody.
            context.User = new();
            await next(context);
            return;
        }

        var unfinished = policy.IsUnfinished(member);
        var address = Visitor.AddressOf(context);
        context.Features.Set(new Person(session.PersonId, member.Row.Name, session.Id, address, unfinished ? new([]) : member.Grants));
        if (unfinished && !MayWait(context))
            Lead(context);
        else
            await next(context);
    }

    /// <summary>Pages that a person needs to set up their second factor, or to leave.</summary>
    private static bool MayWait(HttpContext context) => context.GetEndpoint() is { } endpoint
        && (endpoint.Metadata.GetMetadata<WhileUnfinishedAttribute>() is not null
            || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null);

    private static void Lead(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect(context.Request.PathBase + Setup);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}

/// <summary>This page is open to somebody who has signed in but still has to set up a second factor.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WhileUnfinishedAttribute : Attribute;
