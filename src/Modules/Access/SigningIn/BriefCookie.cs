using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Access.SigningIn;

/// <summary>A cookie that carries something from one step to the next, and is sent to the pages of those steps only.</summary>
internal sealed class BriefCookie(string name, string path)
{
    /// <summary>The ticket between the password's page and the second factor's.</summary>
    public static readonly BriefCookie Ticket = new("policesocial-ticket", "/sign-in");

    /// <summary>The key of an authenticator that is being set up.</summary>
    public static readonly BriefCookie Key = new("policesocial-key", "/account/second-factor");

    public string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public void Write(HttpContext context, string value) => context.Response.Cookies.Append(NameFor(context.Request), value, Options(context.Request));

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    // __Secure-, not __Host-: a path of its own goes with it.
    private string NameFor(HttpRequest request) => request.IsHttps ? $"__Secure-{name}" : name;

    private CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = path,
        IsEssential = true,
    };
}
