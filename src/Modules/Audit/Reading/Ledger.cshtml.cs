using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Audit.Reading;

/// <summary>The ledger: a question as a sentence, answers as sentences.</summary>
[Authorize(Policy = AuditPermissions.Read)]
internal sealed class LedgerModel(ReadLedger readLedger) : PageModel
{
    [FromQuery(Name = "who")]
    public string? Who { get; set; }

    [FromQuery(Name = "what")]
    public string? What { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "family")]
    public IReadOnlyList<Family> Kinds { get; set; } = [];

    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    public LedgerFilter Filter => new() { Who = Who ?? "", What = What ?? "", From = From, To = To, Families = [.. Kinds.Where(Enum.IsDefined)], Before = Before ?? "" };

    public LedgerPage List { get; private set; } = null!;

    public static IReadOnlyList<(Family Family, string Words)> Families { get; } =
    [
        (Contracts.Family.Collected, "what reached us"),
        (Contracts.Family.Consulted, "what was looked at"),
        (Contracts.Family.Altered, "what was changed"),
        (Contracts.Family.Combined, "what was joined or parted"),
        (Contracts.Family.Disclosed, "what was given outside"),
        (Contracts.Family.Erased, "what was erased"),
        (Contracts.Family.SignIn, "signing in and out"),
        (Contracts.Family.Refused, "what was refused"),
        (Contracts.Family.Configured, "how the service was set up"),
        (Contracts.Family.Published, "what was published"),
        (Contracts.Family.Operated, "what the service did"),
    ];

    public async Task OnGetAsync(CancellationToken ct) => List = await readLedger.HandleAsync(HttpContext.Person(), Filter, ct);
}
