using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Incidents.Reading;

/// <summary>The list of incidents: open, one's own, those of which a clock has run out, closed.</summary>
[Authorize(Policy = IncidentsPermissions.Read)]
internal sealed class ListIncidentsModel(ReadIncidents read, ServiceProfile profile, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "list")]
    public Which Which { get; set; }

    [FromQuery(Name = "grade")]
    public string? Grade { get; set; }

    [FromQuery(Name = "number")]
    public string? Number { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public ServiceProfile Profile => profile;

    public IncidentFilter Filter => new(Which, Grade, Number, Before);

    public IncidentPage Incidents { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public bool MayRecord => HttpContext.Person().Grants.Allows(IncidentsPermissions.Record);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Now = clock.GetUtcNow();
        Incidents = await read.HandleAsync(HttpContext.Person(), Filter, ct);
    }
}
