using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Platform.Pages;

/// <summary>Light or dark: what was chosen on this device, in a cookie, so that the page is written in it and needs no script.</summary>
public static class Colours
{
    /// <summary>Whatever the device wears.</summary>
    public const string System = "system";

    private const string Cookie = "policesocial-colours";

    /// <summary>All that can be chosen.</summary>
    public static readonly IReadOnlyList<string> All = [System, "light", "dark"];

    /// <summary>What was chosen.</summary>
    public static string ChosenOn(HttpRequest request) =>
        request.Cookies[Cookie] is { } kept && All.Contains(kept, StringComparer.Ordinal) ? kept : System;

    /// <summary>Keeps a choice on this device.</summary>
    public static void Keep(HttpContext context, string colours) => DeviceCookie.Write(context, Cookie, colours);
}
