using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Platform.Pages;

/// <summary>A part of a page that an open screen asks for again after something changed, named in the <c>X-Fragment</c> header.</summary>
public static class Fragment
{
    /// <summary>The header an open screen names the part in.</summary>
    public const string Header = "X-Fragment";

    private const string OfTheFrame = "frame-";

    /// <summary>The id of the part asked for, or nothing when the whole page is.</summary>
    public static string? AskedFor(HttpContext http) =>
        http.Request.Headers.TryGetValue(Header, out var asked) ? asked.ToString() : null;

    /// <summary>The layout for <c>_ViewStart</c>: none for a part of the page itself, so that a refresh costs no frame.</summary>
    public static string? Layout(HttpContext http) =>
        AskedFor(http) is { } part && !part.StartsWith(OfTheFrame, StringComparison.Ordinal) ? null : "_Layout";
}
