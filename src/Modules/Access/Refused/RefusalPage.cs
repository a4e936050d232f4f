using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.Refused;

/// <summary>Answers 403 in words: what is missing and who can give it. The address stays that of what was asked for.</summary>
internal sealed class RefusalPage(AccessRefusal refusals, RosterReader roster)
{
    private const int MostGivers = 3;
    private const string Page = "/Refused/Denied";

    /// <param name="context">The request.</param>
    /// <param name="permission">The key of what is missing, or null where it is a limit to channels or teams.</param>
    public async Task ShowAsync(HttpContext context, string? permission)
    {
        if (context.PersonOrNone() is { } person)
            await refusals.RecordAsync(person, permission ?? "", context.Request.Path, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !context.Request.Headers.ContainsKey("X-Fragment"))
            await RenderAsync(context, permission);
    }

    /// <summary>The layout and its parts are looked for where those of pages lie.</summary>
    private static ActionContext AsPage(HttpContext context)
    {
        var route = new RouteData(context.GetRouteData());
        route.Values["page"] = Page;
        return new(context, route, new ActionDescriptor { RouteValues = { ["page"] = Page } });
    }

    private async Task RenderAsync(HttpContext context, string? permission)
    {
        Languages.Speak(Languages.ChosenOn(context.Request));
        var missing = permission is null ? null : roster.Permissions.GetValueOrDefault(permission);
        var now = await roster.NowAsync(context.RequestAborted);
        var givers = now.Members.Values.Where(m => m.Grants.Allows(AccessPermissions.ManageRoles)).Select(m => m.Row.Name).Order().Take(MostGivers);
        var view = new ViewResult
        {
            ViewName = "/Refused/Denied.cshtml",
            StatusCode = StatusCodes.Status403Forbidden,
            ViewData = new ViewDataDictionary<Denied>(new EmptyModelMetadataProvider(), new()) { Model = new(missing?.Label, [.. givers]) },
        };
        await view.ExecuteResultAsync(AsPage(context));
    }
}

/// <summary>What the page says.</summary>
/// <param name="Missing">What the person may not do, or null where it is a limit to channels or teams.</param>
/// <param name="Givers">Some of those who can give it.</param>
internal sealed record Denied(string? Missing, IReadOnlyList<string> Givers);
