using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Carries the ticket between the password's page and the second factor's.</summary>
internal static class TicketCookie
{
    private const string Path = "/sign-in";

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public static void Write(HttpContext context, string ticket) =>
        context.Response.Cookies.Append(NameFor(context.Request), ticket, Options(context.Request));

    public static void Delete(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    // __Secure-, not __Host-: it is sent to the pages of signing in only.
    private static string NameFor(HttpRequest request) => request.IsHttps ? "__Secure-policesocial-ticket" : "policesocial-ticket";

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = Path,
        IsEssential = true,
    };
}
