using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>What other forces offer us: what waits for a decision, what was decided, and what could not be taken.</summary>
[Authorize(Policy = IncidentsPermissions.Accept)]
internal sealed class ListOffersModel(ReadOffers read, Destinations destinations, ServiceProfile profile) : PageModel
{
    public Destinations Destinations => destinations;

    public ServiceProfile Profile => profile;

    public IReadOnlyList<OfferRow> Offers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Offers = await read.ListAsync(HttpContext.Person(), ct);
}
