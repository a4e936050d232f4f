using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>One offer: all that it says, and the decision to take it over or to refuse it.</summary>
[Authorize(Policy = IncidentsPermissions.Accept)]
internal sealed class DecideOfferModel(
    ReadOffers read, AcceptOffer accept, RefuseOffer refuse, IValidator<AcceptCommand> rules, Destinations destinations, ServiceProfile profile, IPeople people) : PageModel
{
    private const int LongestSummary = 4_000;

    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Location { get; set; }

    [BindProperty]
    public Area Area { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ServiceProfile Profile => profile;

    public OfferRow Offer { get; private set; } = null!;

    /// <summary>What it says; null where it could not be read.</summary>
    public OfferedDocument? Document { get; private set; }

    public string From { get; private set; } = "";

    public string SettledBy { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ShowAsync(ct))
            return NotFound();
        if (Document is not { Incident: var theirs })
            return Page();
        (Summary, Location) = (theirs.Summary.Length > LongestSummary ? theirs.Summary[..LongestSummary] : theirs.Summary, theirs.Location);
        Area = theirs.Area == "rural" ? Area.Rural : Area.Urban;
        Category = Profile.Key == theirs.Profile && Profile.Categories.Any(c => c.Code == theirs.OpeningCategory.Code) ? theirs.OpeningCategory.Code : null;
        Grade = Profile.Key == theirs.Profile ? Profile.GradeOf(theirs.Grade.Code)?.Code : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        var command = new AcceptCommand(Id, Summary, Location, Area, Category ?? "", Grade ?? "");
        foreach (var error in (await rules.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        return ModelState.ErrorCount > 0
            ? await ShowAsync(ct) ? Page() : NotFound()
            : await AnswerAsync(await accept.HandleAsync(HttpContext.Person(), command, ct), "", ct);
    }

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) =>
        await AnswerAsync(await refuse.HandleAsync(HttpContext.Person(), Id, Reason, ct), nameof(Reason), ct);

    private async Task<IActionResult> AnswerAsync(OfferOutcome outcome, string field, CancellationToken ct)
    {
        switch (outcome)
        {
            case OfferOutcome.Done { IncidentId: { } incident, Number: var number }:
                TempData["Flash"] = $"It is taken over as {number}. Our answer is on its way.";
                return Redirect($"/incidents/{incident}");
            case OfferOutcome.Done:
                TempData["Flash"] = "It is refused. Our answer is on its way.";
                return Redirect("/incidents/offers");
            case OfferOutcome.Refused refused:
                ModelState.AddModelError(field, refused.Why);
                return await ShowAsync(ct) ? Page() : NotFound();
            default:
                return NotFound();
        }
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await read.OneAsync(HttpContext.Person(), Id, ct) is not { } offer)
            return false;
        Offer = offer;
        Document = offer.State == OfferState.Unfit ? null : OfferedDocument.Of(offer);
        From = destinations.NameOf(offer.Peer);
        if (offer.SettledBy is { } by)
            SettledBy = (await people.NamesAsync([by], ct)).GetValueOrDefault(by, "a former colleague");
        return true;
    }
}
