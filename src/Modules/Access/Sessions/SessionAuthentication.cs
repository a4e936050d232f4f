using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PoliceSocial.Access.Refused;

namespace PoliceSocial.Access.Sessions;

/// <summary>Authenticates a request by its session's row. The principal carries only the person's id: what they may do is asked anew each time.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCheck sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } cookie)
            return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(cookie.Id, cookie.Secret, Context.RequestAborted) is not { } session)
            return AuthenticateResult.NoResult();
        Context.Features.Set(session);
        var id = session.PersonId.ToString(CultureInfo.InvariantCulture);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, id)], Scheme.Name);
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }

    /// <summary>A person is led to the sign-in page and back; a script is told 401.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) || Request.Headers.ContainsKey("X-Fragment"))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(Request.Method) ? UriHelper.BuildRelative(Request.PathBase, Request.Path, Request.QueryString) : "/";
        Response.Redirect($"{Request.PathBase}/sign-in?returnUrl={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Context.RequestServices.GetRequiredService<RefusalPage>().ShowAsync(Context, permission: null);
}
