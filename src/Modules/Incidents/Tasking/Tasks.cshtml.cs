using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Tasking;

/// <summary>The page of the tasks of an incident.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class TasksModel(
    ReadIncident read, ServiceProfile profile, Store<IncidentsModule> store, Colleagues colleagues, IPeople people, SetTask set,
    IValidator<TaskCommand> rules, EndTask end, PassTask pass, TimeProvider clock) : IncidentForm(read, profile)
{
    private IReadOnlyDictionary<long, string> _names = new Dictionary<long, string>();

    [BindProperty]
    public string? TaskTitle { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public long OwnerId { get; set; }

    [BindProperty]
    public double? Hours { get; set; }

    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];

    public IReadOnlyList<PersonSummary> Colleagues { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    private string Here => $"{Address}/tasks";

    public string NameOf(long id) => _names.GetValueOrDefault(id, "a former colleague");

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AgainAsync(ct);

    public async Task<IActionResult> OnPostSetAsync(CancellationToken ct)
    {
        var command = new TaskCommand(Incident.Id, Kind ?? "", TaskTitle, OwnerId, Hours ?? 0);
        foreach (var error in (await rules.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName == nameof(TaskCommand.Title) ? nameof(TaskTitle) : error.PropertyName, error.ErrorMessage);
        return ModelState.ErrorCount == 0
            ? await AnswerAsync(await set.HandleAsync(Person, command, ct), "The task is set.", ct, nameof(OwnerId), Here)
            : await AgainAsync(ct);
    }

    public async Task<IActionResult> OnPostEndAsync(long taskId, bool done, string? outcome, CancellationToken ct) =>
        await AnswerAsync(await end.HandleAsync(Person, new(Incident.Id, taskId, done, outcome), ct), done ? "The task is done." : "The task is cancelled.", ct, to: Here);

    public async Task<IActionResult> OnPostPassAsync(long taskId, string? reason, CancellationToken ct) =>
        await AnswerAsync(await pass.HandleAsync(Person, new(Incident.Id, taskId, OwnerId, Hours, reason), ct), "The task is changed.", ct, to: Here);

    protected override async Task ShowAsync(CancellationToken ct)
    {
        Tasks = await store.QueryAsync(TaskStatements.OfIncident, new { incidentId = Incident.Id }, ct);
        Colleagues = await colleagues.WhoMayAsync(Person, Incident.Id, ct);
        _names = await people.NamesAsync(Tasks.SelectMany(t => new[] { t.OwnerId, t.EndedBy ?? 0 }).Where(id => id > 0).Distinct(), ct);
    }
}
