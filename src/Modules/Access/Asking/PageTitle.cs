using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace PoliceSocial.Access.Asking;

/// <summary>What every form's page does alike.</summary>
internal static class PageTitle
{
    /// <summary>A title that says first, to somebody who hears it, that something is wrong.</summary>
    public static string Title(this PageModel page, string title) =>
        page.ModelState.ErrorCount > 0
            ? page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<AccessWords>>()["Error.Title", title]
            : title;

    /// <summary>Adds problems found by a use case to the fields that they belong to.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<(string Field, string Words)> problems)
    {
        foreach (var (field, words) in problems)
            state.AddModelError(field, words);
    }
}
