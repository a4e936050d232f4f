using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Audit;

namespace PoliceSocial.Audit.Keeping;

/// <summary>How the pages for looking after the ledger go on after something was asked of them.</summary>
internal static class Answering
{
    /// <summary>Back to the overview where it was done; otherwise the page again, with what is wrong.</summary>
    public static IActionResult After(this PageModel page, LedgerKeepingAnswer answer)
    {
        if (!answer.Done)
        {
            page.ModelState.AddModelError("Reason", answer.Sentence);
            return page.Page();
        }

        page.TempData["Flash"] = answer.Sentence;
        return new RedirectResult("/audit/keep");
    }
}
