using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Serving;

/// <summary>The headers that keep what strangers wrote from doing anything in a page.</summary>
internal static class SafeHeaders
{
    private const string Before = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:";
    private const string After = "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this WebApplication app)
    {
        var pictures = app.Services.GetServices<PictureHost>().Select(h => $" {h.Address.GetLeftPart(UriPartial.Authority)}");
        var policy = $"{Before}{string.Concat(pictures)}{After}";
        app.Use((context, next) => SetAsync(context, policy, next));
    }

    private static Task SetAsync(HttpContext context, string policy, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return next(context);
    }
}
