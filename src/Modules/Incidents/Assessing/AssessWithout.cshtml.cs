using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Incidents.Assessing;

/// <summary>The form that assesses a conversation that becomes no incident.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class AssessWithoutModel(AssessConversation assess, IConversations conversations, ServiceProfile profile) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public string? Rationale { get; set; }

    public ConversationFacts From { get; private set; } = null!;

    public ServiceProfile Profile => profile;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.Parse((string)RouteData.Values["conversation"]!, CultureInfo.InvariantCulture);
        if ((await conversations.FindAsync(HttpContext.Person(), [id], HttpContext.RequestAborted)).SingleOrDefault() is not { } from)
        {
            context.Result = NotFound();
            return;
        }

        From = from;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new AssessmentCommand(Answers, Rationale);
        foreach (var (field, words) in command.Problems(profile))
            ModelState.AddModelError(field == nameof(Rationale) ? field : $"Answers[{field}]", words);
        if (ModelState.ErrorCount > 0)
            return Page();
        if (!await assess.HandleAsync(HttpContext.Person(), From.Id, command, ct))
            return Forbid();
        TempData["Flash"] = $"The {profile.Assessment.Name} is recorded. You can resolve the conversation now.";
        return Redirect($"/inbox/{From.Id}");
    }
}
