using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Evidence.Exporting;

/// <summary>Orders an export: first its scope, then for whom, on what basis, and what must not be in it.</summary>
[Authorize(Policy = EvidencePermissions.Export)]
internal sealed class NewExport(ReadMaterial read, RequestExport request, IValidator<RequestExportCommand> validator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Conversations { get; set; }

    /// <summary>The number of an incident, as staff write it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Incident { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Investigation { get; set; }

    [BindProperty]
    public bool WithNotes { get; set; }

    /// <summary>For the prosecutor only: the schedule of sensitive material is no business of the defence.</summary>
    [BindProperty]
    public bool WithSensitive { get; set; }

    [BindProperty]
    public string? RemoveWhy { get; set; }

    [BindProperty]
    public long[] Messages { get; set; } = [];

    [BindProperty]
    public long[] Contacts { get; set; } = [];

    [BindProperty]
    public long[] Attachments { get; set; } = [];

    [BindProperty]
    public long[] Records { get; set; } = [];

    public IReadOnlyList<RedactableLine>? Lines { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Conversations) || !string.IsNullOrWhiteSpace(Incident))
            await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var redactions = Of(RedactionKind.Message, Messages).Concat(Of(RedactionKind.Attachment, Attachments)).Concat(Of(RedactionKind.Contact, Contacts))
            .Concat(Of(RedactionKind.Record, Records)).ToList();
        var command = new RequestExportCommand(Numbers(), Recipient, Basis, Purpose, Investigation, WithNotes, redactions, WithSensitive, Incident);
        foreach (var failure in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(failure.PropertyName.Split('[')[0], failure.ErrorMessage);
        if (ModelState.IsValid && await request.HandleAsync(HttpContext.Person(), command, ct) is { } id)
            return RedirectToPage("/Exporting/OneExport", new { id });
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Lines = Numbers() is { Count: <= RequestExportValidator.MostConversations } numbers ? await read.HandleAsync(HttpContext.Person(), numbers, Incident, ct) : null;
        if (Lines is null)
        {
            ModelState.AddModelError(
                string.IsNullOrWhiteSpace(Incident) ? "Conversations" : "Incident",
                "There is no conversation or incident of one of these numbers that you may export with all that belongs to it. Check the numbers.");
        }
    }

    private IEnumerable<RedactionRow> Of(RedactionKind kind, long[] ids) => ids.Select(id => new RedactionRow { Kind = kind, TargetId = id, Why = RemoveWhy ?? "" });

    private List<long> Numbers() =>
        [.. (Conversations ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => long.TryParse(n, out var id) ? id : 0).Distinct()];
}
