using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Inbox.Notes;

namespace PoliceSocial.Inbox.Desk;

/// <content>What staff keep beside a conversation: notes, tags, views of the list; and who is here.</content>
internal sealed partial class DeskModel
{
    [BindProperty]
    public string? Tags { get; set; }

    [BindProperty]
    public string? ViewName { get; set; }

    [BindProperty]
    public long ViewId { get; set; }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct)
    {
        var command = new NoteCommand(Id ?? 0, Text ?? "");
        if (!await IsValidAsync(desk.NoteRules, command, nameof(Text), ct))
            return await ShowAsync(ct);
        if (!await desk.WriteNote.HandleAsync(Person, command, ct))
            return await readConversation.IsThereAsync(Person, command.ConversationId, ct) ? Forbid() : NotFound();
        TempData["Flash"] = "Your note is kept. The public never sees it.";
        return Redirect(BackToConversation());
    }

    public async Task<IActionResult> OnPostTagsAsync(CancellationToken ct)
    {
        var command = new TagCommand(Id ?? 0, (Tags ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (!await IsValidAsync(desk.TagRules, command, nameof(Tags), ct))
            return await ShowAsync(ct);
        return await AnswerAsync(await desk.Tag.HandleAsync(Person, command, ct), "The tags are changed.", nameof(Tags), ct);
    }

    public async Task<IActionResult> OnPostSaveViewAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(ViewName) || ViewName.Length > 100)
        {
            ModelState.AddModelError(nameof(ViewName), "Enter a name of 100 characters or less for the view");
            return await ShowAsync(ct);
        }

        if (await savedViews.KeepAsync(Person, ViewName.Trim(), Filter, ct) is { } why)
        {
            ModelState.AddModelError(nameof(ViewName), why);
            return await ShowAsync(ct);
        }

        TempData["Flash"] = "The view is kept under Saved views.";
        return Redirect($"/inbox{Filter.ToQuery()}");
    }

    public async Task<IActionResult> OnPostDropViewAsync(CancellationToken ct)
    {
        await savedViews.DropAsync(Person, ViewId, ct);
        TempData["Flash"] = "The view is gone from your list.";
        return Redirect("/inbox");
    }

    public IActionResult OnPostPresence()
    {
        presence.Writes(Person, Id ?? 0);
        return new NoContentResult();
    }
}
