using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>What went out about alarms, and what came of it; where the alarm about a call that went wrong leads.</summary>
[Authorize(Policy = InboxPermissions.Acknowledge)]
internal sealed class CallsModel(Store<InboxModule> store, NoteCall note) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<AlarmCallRow> Calls { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Calls = await store.QueryAsync(AlarmCallStatements.Newest, new { take = Most }, ct);

    public async Task<IActionResult> OnPostNoteAsync(long call, CancellationToken ct)
    {
        await note.HandleAsync(HttpContext.Person(), call, ct);
        TempData["Flash"] = "It is acknowledged in your name. See to it that they learn of the alarms otherwise.";
        return Redirect(CallAlarms.Page);
    }

    public static string Words(AlarmCallRow call) => call.State switch
    {
        CallState.Waiting => call.Attempts == 0 ? "Waiting" : "Tried again soon",
        CallState.Attempting => "Going out",
        CallState.Taken => "Taken",
        CallState.Failed => "Failed",
        CallState.Unknown => "Not known",
        CallState.NotNeeded => "No longer needed",
    };

    public static string Meaning(AlarmCallRow call) => call.State switch
    {
        CallState.Taken => "badge--success",
        CallState.Failed => "badge--risk",
        CallState.Unknown => "badge--warning",
        CallState.Waiting or CallState.Attempting or CallState.NotNeeded => "",
    };
}
