using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Platform.Pages;

/// <summary>A choice about how a device shows the service. It says nothing about who made it, and lasts a year.</summary>
internal static class DeviceCookie
{
    public static void Write(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
    });
}
