using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Platform.Pages;

/// <summary>Where a choice about how a device shows the service leads back to.</summary>
public static class ChoiceReturn
{
    /// <summary>The address of the page that is shown; the start where it answers a form or a fault.</summary>
    public static string Address(this HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode < StatusCodes.Status400BadRequest
            ? $"{context.Request.Path}{context.Request.QueryString}"
            : "/";
}
