using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Undoing;

/// <summary>Where the confirmation of an act sends its Undo; leads back to where it was done, and says what came of it.</summary>
[Authorize(Policy = InboxPermissions.Read)]
internal sealed class UndoModel(UndoAct undo) : PageModel
{
    public IActionResult OnGet() => Redirect("/inbox");

    public async Task<IActionResult> OnPostAsync(long act, string? back, CancellationToken ct)
    {
        TempData["Flash"] = await undo.HandleAsync(HttpContext.Person(), act, ct) is { } result
            ? Words(result)
            : "That can no longer be undone. Nothing was changed: change the conversation itself.";
        return Redirect(Url.IsLocalUrl(back) ? back! : "/inbox");
    }

    /// <summary>Where an act's Undo is sent to.</summary>
    public static string Address(long actId, string back) =>
        string.Create(CultureInfo.InvariantCulture, $"/inbox/undo/{actId}?back={Uri.EscapeDataString(back)}");

    private static string Words(UndoResult result) => (result.Undone.Count, result.Kept.Count) switch
    {
        (1, 0) => "Undone: it is as it was.",
        (0, 1) => $"It was not undone. {result.Kept[0].Why}",
        (var undone, 0) => string.Create(CultureInfo.CurrentCulture, $"Undone: {undone} conversations are as they were."),
        (var undone, var kept) => string.Create(
            CultureInfo.CurrentCulture, $"{undone} undone. {kept} kept as they are: {result.Kept[0].Why}"),
    };
}
