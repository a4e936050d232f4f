using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Fields;

/// <summary>What every form about one incident does alike: it loads the incident, or answers that there is none.</summary>
internal abstract class IncidentForm(ReadIncident read, ServiceProfile profile) : PageModel
{
    /// <summary>The incident; the person may see it.</summary>
    public IncidentRow Incident { get; private set; } = null!;

    public ServiceProfile Profile => profile;

    public Person Person => HttpContext.Person();

    public string Address => string.Create(CultureInfo.InvariantCulture, $"/incidents/{Incident.Id}");

    public bool May(string permission) => Person.May(permission, Incident);

    public string Title(string title) => $"{(ModelState.ErrorCount > 0 ? "Error: " : "")}{title} · {Incident.Number}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (!long.TryParse((string?)RouteData.Values["id"], CultureInfo.InvariantCulture, out var id) || await read.RowAsync(Person, id, ct) is not { } incident)
        {
            context.Result = NotFound();
            return;
        }

        Incident = incident;
        await next();
    }

    /// <summary>What the page shows beyond the incident itself.</summary>
    protected virtual Task ShowAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Adds what a validator finds to the fields of the same names; true where it finds nothing.</summary>
    protected async Task<bool> IsValidAsync<T>(IValidator<T> validator, T command, CancellationToken ct)
    {
        foreach (var error in (await validator.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        return ModelState.ErrorCount == 0;
    }

    /// <summary>The page again, with all that was typed.</summary>
    protected async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>Answers a form: on success to where it leads with a word of confirmation; else the page again, with all that was typed.</summary>
    protected async Task<IActionResult> AnswerAsync(ChangeResult result, string done, CancellationToken ct, string field = "", string? to = null)
    {
        switch (result)
        {
            case ChangeResult.Done:
                TempData["Flash"] = done;
                return Redirect(to ?? Address);
            case ChangeResult.NotFound:
                return NotFound();
            case ChangeResult.NotAllowed:
                return Forbid();
            case ChangeResult.Refused refused:
                ModelState.AddModelError(field, refused.Why);
                return await AgainAsync(ct);
            default:
                throw new InvalidOperationException($"There is no answer to {result.GetType().Name}.");
        }
    }
}
