using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Access.Sessions;

/// <summary>
/// The cookie that says which session a browser is in: the session's id and a secret. Over https its name begins with
/// <c>__Host-</c>, so that no neighbouring site can set it.
/// </summary>
internal static class SessionCookie
{
    private const string Name = "policesocial";

    public static (long Id, string Secret)? Read(HttpRequest request) =>
        request.Cookies[NameFor(request)] is { Length: < 200 } value && value.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        && long.TryParse(value.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (id, value[(dot + 1)..])
            : null;

    public static void Write(HttpContext context, long id, string secret) => context.Response.Cookies.Append(
        NameFor(context.Request), string.Create(CultureInfo.InvariantCulture, $"{id}.{secret}"), Options(context.Request));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    public static string NameFor(HttpRequest request) => request.IsHttps ? $"__Host-{Name}" : Name;

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
