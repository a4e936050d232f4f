using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Channels.Model;

/// <summary>A page about one channel: finds it by the address, and lets nobody in whose permission does not reach it.</summary>
internal abstract class ChannelPage(ChannelBook book, string permission) : PageModel
{
    public Channel Channel { get; private set; } = null!;

    public Person Person => HttpContext.Person();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = RouteData.Values["id"] is string text && long.TryParse(text, out var number) ? number : 0;
        if ((await book.OpenAsync(HttpContext.RequestAborted)).Find(id) is not { } channel)
        {
            context.Result = NotFound();
            return;
        }

        if (!channel.CoveredBy(Person, permission))
        {
            context.Result = Forbid();
            return;
        }

        Channel = channel;
        await next();
    }

    /// <summary>Back to the channel's page, with a sentence on it.</summary>
    protected IActionResult BackWith(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage("/Watch/ViewChannel", new { id = Channel.Id });
    }
}
